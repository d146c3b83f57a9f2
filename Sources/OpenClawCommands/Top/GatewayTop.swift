package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway top`: what the gateway is doing, live.
package struct GatewayTop: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "Watch the gateway: rates, open requests, cost of today, models, keys, latest requests, rests.",
        discussion: """
            On a terminal the view is renewed every second until q or Ctrl-C. Elsewhere, and with --json, it is printed once; \
            the rates are those of one second then.

            Examples:
              openclaw gateway top
              openclaw gateway top --once
              openclaw gateway top --json
            """)

    @Flag(help: "Print the view once, also on a terminal.")
    package var once = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let locations = try ConfigurationLocations(
            environment: context.environment, workingDirectory: context.workingDirectory)
        var sampler = TopSampler(
            client: AdminClient(GatewayFiles(locations)), ledger: context.makeLedger(locations.stateDirectory),
            zone: context.zone)
        try sampler.sample(at: context.now())
        if !once, output.format == .text, context.output.isTerminal, context.input.isTerminal {
            let screen = TopScreen(context: context, sampler: sampler)
            return try await screen.run()
        }
        try await Task.sleep(for: .seconds(1))
        try sampler.sample(at: context.now())
        try context.show(TopView(sampler.state, style: context.style, zone: context.zone), as: output.format)
    }
}
