/// Writes long recordings down as a task; the words are in a file of their own.
struct TranscriptionRoute {
    private static let mostFiles = 100

    let ask: MediaAsk

    private var isSingle: Bool { ask.card.traits["shape"] == "single" }

    func reply() throws(ServiceError) -> Reply {
        let urls = try urls()
        let submission = TaskSubmission(service: ask.service, context: ask.context, card: ask.card, path: ask.path)
        var entries: [JSON] = []
        var seconds = 0.0
        for (index, url) in urls.enumerated() {
            let name = "\(submission.id)-\(index).json"
            guard let recording = try recording(url) else {
                entries.append(Self.failed(url))
                continue
            }
            seconds += recording.seconds
            let body = TranscriptDocument(ask: ask, url: url, recording: recording).body(isSingle: isSingle)
            let address = ask.publish(name, type: "application/json") { body.bytes }
            entries.append([
                "file_url": .string(url), "transcription_url": .string(address), "subtask_status": "SUCCEEDED",
            ])
        }
        let price = ask.card.price(region: ask.context.endpoint.region)
        return submission.submit(
            outcome(entries, seconds: seconds), charge: ask.charge(.second, seconds.rounded(.up), price: price))
    }

    private func outcome(_ entries: [JSON], seconds: Double) -> TaskRecord.Outcome {
        let good = entries.filter { $0["subtask_status"] == "SUCCEEDED" }
        guard let first = good.first else {
            return .failed(code: "InvalidFile.DownloadFailed", message: "The audio file cannot be downloaded.")
        }
        let whole = JSON.integer(Int(seconds.rounded(.up)))
        if isSingle {
            let result: JSON = ["transcription_url": first["transcription_url"] ?? nil]
            return .succeeded(output: ["result": result], usage: ["seconds": whole])
        }
        let metrics: JSON = [
            "TOTAL": .integer(entries.count), "SUCCEEDED": .integer(good.count),
            "FAILED": .integer(entries.count - good.count),
        ]
        return .succeeded(
            output: ["results": .array(entries), "task_metrics": metrics], usage: ["duration": whole])
    }

    private func urls() throws(ServiceError) -> [String] {
        if isSingle {
            guard let url = ask.input["file_url"]?.string else {
                throw ServiceError("media_parameter", ["value": "input must contain file_url"])
            }
            return [url]
        }
        guard let urls = ask.input["file_urls"]?.strings, !urls.isEmpty else {
            throw ServiceError("media_parameter", ["value": "input must contain file_urls"])
        }
        guard urls.count <= Self.mostFiles else {
            throw ServiceError(
                "media_parameter", ["value": "the number of file_urls must not exceed \(Self.mostFiles)"])
        }
        return urls
    }

    /// Nothing when the service could not fetch or read the file.
    private func recording(_ url: String) throws(ServiceError) -> Recording? {
        if url.hasPrefix("oss://") {
            let file = try ask.context.upload(url, model: ask.card.id, in: ask.service)
            let kind = FileKind(file.head)
            guard kind == .audio || kind == .video else { return nil }
            return Recording(head: file.head, bytes: file.size, salt: file.digest)
        }
        guard url.hasPrefix("http://") || url.hasPrefix("https://"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return Recording(url: url)
    }

    private static func failed(_ url: String) -> JSON {
        [
            "file_url": .string(url), "code": "FILE_DOWNLOAD_FAILED", "message": "The file cannot be downloaded.",
            "subtask_status": "FAILED",
        ]
    }
}
