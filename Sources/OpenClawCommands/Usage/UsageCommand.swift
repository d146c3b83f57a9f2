package import ArgumentParser
import Inference
package import OpenClawHost

/// `openclaw usage`: what was asked, what it cost, and what is left of plans and budgets.
package struct UsageCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "usage",
        abstract: "Show requests, tokens and cost, and what is left of plans and budgets.",
        discussion: """
            Everything is counted on this machine. Costs follow the published price lists: 'included' is covered by a \
            plan, 'unknown' has no published price, and no currency is added to another. 'Saved' is what caches made \
            cheaper, less what filling them cost.

            Examples:
              openclaw usage
              openclaw usage --by model --since monday
              openclaw usage --by key --since 2026-11-01 --until 2026-12-01 --csv
              openclaw config set usage.budget.day.USD 5
            """)

    @Option(help: "What a row is: day, model, key or endpoint.")
    package var by = UsageGrouping.day

    @Option(help: "Begin at a day, a time, today, yesterday, monday, month, or so long ago: 24h, 7d.")
    package var since = "30d"

    @Option(help: "End before a day or time; now by default.")
    package var until: String?

    @Flag(help: "Print the rows as comma-separated values.")
    package var csv = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func validate() throws {
        if csv && output.json { throw ValidationError("choose either --json or --csv, not both") }
    }

    package func run() throws {
        let context = CommandContext.current
        let overview = try load(context)
        if csv { return try UsageCSV(overview.report).lines.forEach { try context.print($0) } }
        let chart = UsageChart(columns: context.output.columns, environment: context.environment)
        try context.show(UsageView(overview: overview, zone: context.zone, chart: chart), as: output.format)
    }

    private func load(_ context: CommandContext) throws -> UsageOverview {
        let installation = try context.installation()
        let now = context.now()
        let moment = { (text: String, option: String) throws(InferenceError) in
            try UsageMoment(text, now: now, zone: context.zone, option: option).time
        }
        let ledger = try context.ledger(of: installation)
        return try UsageOverview(
            of: ledger, by: by, since: try moment(since, "--since"), until: try until.map { try moment($0, "--until") },
            zone: context.zone, settings: UsageSettings(configuration: installation.configuration.json),
            manifests: installation.accounts.manifests,
            holders: installation.accounts.usageHolders(named: ledger.fingerprint), now: now)
    }
}

extension UsageGrouping: ExpressibleByArgument {}
