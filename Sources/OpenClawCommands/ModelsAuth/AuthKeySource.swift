package import ArgumentParser
import OpenClawHost

/// Where a key comes from that is not typed.
package struct AuthKeySource: ParsableArguments {
    @Flag(help: "Read the key from standard input.")
    package var keyStdin = false

    @Option(help: ArgumentHelp("Read the key from a file.", valueName: "file"))
    package var keyFile: String?

    @Option(
        help: ArgumentHelp(
            "Store the key (plaintext) or the name of the variable that holds it (ref).", valueName: "mode"))
    package var secretInputMode: String?

    package init() {}

    /// Onboards without touching gateway and workspace.
    ///
    /// - Parameter keepsEndpoint: whether a key of another endpoint only joins the one in use.
    func onboard(
        _ choice: String?, setsDefault: Bool, keepsEndpoint: Bool = false, format: OutputFormat
    ) async throws {
        let job = try OnboardJob(.current)
        var options = OnboardingOptions()
        options.authChoice = choice
        options.takesKeyFromInput = keyStdin
        options.keyFile = keyFile
        options.secretInputMode = secretInputMode
        options.writesLocalSettings = false
        options.setsDefaultModel = setsDefault
        options.keepsEndpoint = keepsEndpoint
        try await job.run(options, format: format)
    }
}
