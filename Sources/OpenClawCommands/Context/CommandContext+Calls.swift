package import Logging

extension CommandContext {
    /// Logs on standard error, from the level of `--log-level` or `OPENCLAW_LOG_LEVEL` on.
    package func makeLogger() -> Logger {
        let wanted = environment["OPENCLAW_LOG_LEVEL"]?.lowercased()
        let level = wanted.flatMap(Logger.Level.init(rawValue:)) ?? .error
        let sink = diagnostics
        return Logger(label: "openclaw") { _ in StandardErrorLogHandler(sink: sink, logLevel: level) }
    }

    /// A new id for a call, for logs.
    package func makeCallID() -> String {
        let digits = String(random(), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
