package import ArgumentParser
import Inference
import OpenClawHost

/// Whose order it is.
package struct AuthOrderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The provider.", valueName: "id"))
    package var provider: String

    @Option(help: ArgumentHelp("The agent.", valueName: "id"))
    package var agent = "main"

    @OptionGroup package var output: JSONOption

    package init() {}

    package func validate() throws {
        let isName = agent.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F
        }
        guard isName, !agent.isEmpty else { throw ValidationError("--agent takes letters, digits, - and _") }
    }

    /// Sets, clears or leaves the order, then shows it.
    func perform(_ change: ((ProviderAccount, inout AuthState) -> Void)? = nil) throws {
        let job = try AuthJob(.current, agent: agent)
        let account = try job.account(provider)
        if let change { try job.store.updateState { change(account, &$0) } }
        let order = job.store.loadState().order(for: account.spellings)
        let view = AuthOrderView(agent: agent, provider: account.id, order: order, path: job.store.statePath)
        try job.context.show(view, as: output.format)
    }
}
