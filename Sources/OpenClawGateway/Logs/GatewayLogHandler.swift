import Logging

/// Carries what libraries log into the gateway's log.
struct GatewayLogHandler: LogHandler {
    let log: GatewayLog
    let label: String
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let merged = metadata.merging(event.metadata ?? [:]) { $1 }
        let details = merged.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        log.write(event.level, "\(event.message)", label: label, metadata: details)
    }
}
