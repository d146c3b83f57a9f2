import Inference
import OpenClawHost

/// One run of `explain` about a request that was answered before.
struct FlightJob: Sendable {
    let id: String

    /// - Throws: `.invalidRequest` when nobody knows the request.
    func run(_ context: CommandContext, as format: OutputFormat) throws {
        let locations = try ConfigurationLocations(
            environment: context.environment, workingDirectory: context.workingDirectory)
        let search = FlightSearch(locations: locations, ledger: context.makeLedger(locations.stateDirectory))
        guard let story = try search.find(id) else {
            throw InferenceError(
                .invalidRequest, "no request '\(id)' is in the gateway's log or in the ledger",
                hint: "openclaw gateway logs --limit 20")
        }
        try context.show(FlightView(story, context: context), as: format)
    }
}
