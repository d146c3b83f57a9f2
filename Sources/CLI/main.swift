import OpenClawCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

signal(SIGPIPE, SIG_IGN)
let status = await CommandSession.run(Array(CommandLine.arguments.dropFirst()), in: .process)
exit(status.code)
