package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw onboard`: from a key to a working default model.
package struct OnboardCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "onboard",
        abstract: "Set up a provider: choose a plan and region, give the key, get a working default model.",
        discussion: """
            A key is enough: its plan and region are found by asking the built-in endpoints, with questions that cost \
            nothing. Without options it asks for the key, without echo. The key is stored for you only. \
            Choosing another plan later keeps the key of the first one.

            Examples:
              openclaw onboard
              printf %s "$KEY" | openclaw onboard --key-stdin --verbose
              openclaw onboard --auth-choice <choice>
              printf %s "$KEY" | openclaw onboard --auth-choice <choice> --key-stdin --json
              openclaw onboard --auth-choice <choice> --key-file ~/key.txt
              openclaw onboard --auth-choice <choice> --secret-input-mode ref

            An unknown choice lists all of them. Every choice also has the key flag that OpenClaw gives it; \
            it takes @file and - too.
            """)

    @OptionGroup(title: "Key") package var key: OnboardKeyOptions
    @OptionGroup(title: "Setup") package var setup: OnboardSetupOptions
    @OptionGroup(title: "Gateway") package var gateway: OnboardGatewayOptions
    @OptionGroup(title: "A server of your own") package var custom: OnboardCustomOptions
    @OptionGroup package var ignored: OnboardIgnoredOptions
    @OptionGroup package var output: JSONOption

    @Argument(parsing: .allUnrecognized, help: .hidden)
    package var providerFlags: [String] = []

    package init() {}

    package func run() async throws {
        let job = try OnboardJob(.current)
        var options = try job.options(key: key, providerFlags: providerFlags)
        setup.apply(to: &options, in: job)
        gateway.apply(to: &options)
        custom.apply(to: &options)
        options.ignored = ignored.given
        try await job.run(options, format: output.format, isVerbose: key.verbose)
    }
}
