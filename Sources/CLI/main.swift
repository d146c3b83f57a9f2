import OpenClawCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

signal(SIGPIPE, SIG_IGN)
var context = CommandContext.process
context.gateway = .process
let status = await CommandSession.run(Array(CommandLine.arguments.dropFirst()), in: context)
exit(status.code)
