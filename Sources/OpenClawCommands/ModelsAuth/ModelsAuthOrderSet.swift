package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw models auth order set`
package struct ModelsAuthOrderSet: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Use these profiles, in this order, and no others.",
        discussion: """
            Example:
              openclaw models auth order set --provider <provider> <profile> <profile>
            """)

    @OptionGroup package var options: AuthOrderOptions

    @Argument(help: "The profiles, first one first.")
    package var profiles: [String]

    package init() {}

    package func run() async throws {
        let job = try AuthJob(.current, agent: options.agent)
        let account = try job.account(options.provider)
        for id in profiles where job.accounts.order.entry(id, account).exclusion == "profile_missing" {
            throw InferenceError(
                .invalidConfiguration, "there is no profile \"\(id)\" of \(account.id)",
                hint: "openclaw models auth list --provider \(account.id)")
        }
        try options.perform { $1.setOrder(profiles, for: $0.id, spellings: $0.spellings) }
    }
}
