package import OpenClawHost

/// What the commands of the gateway need from outside of this module.
package struct GatewayTools: Sendable {
    /// The virtual keys of a state directory; `nil` in a build without a store.
    package var makeKeys: @Sendable (_ stateDirectory: String) -> (any VirtualKeyStore)?
    /// The absolute path of this program, as it was called; symbolic links stay, so that it may be updated behind them.
    package var program: String
    /// Runs a program of the system, for example `systemctl`.
    package var run: ProgramRunner
    /// The recipes of `openclaw connect`, a JSON text.
    package var clients: String

    package init(
        makeKeys: @escaping @Sendable (_ stateDirectory: String) -> (any VirtualKeyStore)? = { _ in nil },
        program: String = "/usr/bin/false",
        run: @escaping ProgramRunner = { _, _ in ProgramRun(status: nil, output: "") },
        clients: String = #"{"clients": []}"#
    ) {
        self.makeKeys = makeKeys
        self.program = program
        self.run = run
        self.clients = clients
    }
}
