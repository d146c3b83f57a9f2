import Inference
import OpenClawHost

/// Runs the doctor for a command.
struct DoctorJob {
    let context: CommandContext
    var isOffline: Bool

    func run(fixes: Bool) async throws -> DoctorReport {
        let found = try load()
        let report = await doctor(found).run(found)
        guard fixes else { return report }
        let repair = DoctorRepair(edit: editing(found))
        let fixed = try repair.apply(report.findings)
        guard !fixed.isEmpty else { return report }
        let after = try load()
        var result = await doctor(after).run(after)
        result.fixed = fixed
        return result
    }

    private func load() throws -> DoctorContext {
        let manifests = try context.loadProviders().map(\.manifest)
        let locations = try ConfigurationLocations(
            environment: context.environment, workingDirectory: context.workingDirectory)
        let found = try DoctorContext(
            manifests: manifests, environment: context.environment, workingDirectory: context.workingDirectory,
            store: context.inspectStore(locations.stateDirectory), now: context.now())
        found.secrets.forEach(context.scrubber.learn)
        return found
    }

    private func doctor(_ found: DoctorContext) -> Doctor {
        guard !isOffline, let host = found.host else { return Doctor(discovery: nil) }
        let inquiry = EndpointInquiry(
            transport: context.makeTransport(host.environment.values), userAgent: context.userAgent)
        return Doctor(discovery: PlanDiscovery(manifests: found.manifests, inquiry: inquiry))
    }

    private func editing(_ found: DoctorContext) -> SettingsEditing {
        guard let host = found.host else {
            return SettingsEditing { (_, _) throws(InferenceError) in
                throw InferenceError(.invalidConfiguration, "the configuration cannot be read")
            }
        }
        return host.editing(version: context.version, now: context.now)
    }
}
