import OpenClawCommands
import OpenClawHost
import OpenClawStore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension GatewayTools {
    /// What the commands of the gateway find in this process.
    static var process: GatewayTools {
        let environment = ProcessInfo.processInfo.environment
        return GatewayTools(
            makeKeys: { SQLiteVirtualKeys(StateDatabase(directory: $0)) },
            program: ProgramPath.find(CommandLine.arguments.first ?? "", environment["PATH"]),
            run: { name, arguments in
                let path = ProgramPath.find(name, environment["PATH"])
                return ProgramRun.of(path, arguments, environment: environment)
            }, clients: ConnectRecipes.json)
    }
}
