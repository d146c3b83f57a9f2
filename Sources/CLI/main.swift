import ArgumentParser
import OpenClawCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

signal(SIGPIPE, SIG_IGN)
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "simulate" {
    do {
        try await Simulate.parse(Array(arguments.dropFirst())).run()
    } catch {
        Simulate.exit(withError: error)
    }
    exit(0)
}
let status = await CommandSession.run(arguments, in: .process)
exit(status.code)
