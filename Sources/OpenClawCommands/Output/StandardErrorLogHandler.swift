import Logging

/// Log lines on standard error, behind the last filter.
struct StandardErrorLogHandler: LogHandler {
    let sink: any OutputSink
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let merged = metadata.merging(event.metadata ?? [:]) { $1 }
        let details = merged.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        try? sink.write("\(event.level): \(event.message)\(details)\n")
    }
}
