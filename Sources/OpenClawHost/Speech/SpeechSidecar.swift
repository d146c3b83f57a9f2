package import Inference

/// What is written beside a spoken text, so that it can be made again.
package struct SpeechSidecar: Sendable {
    private let prepared: PreparedSpeech
    private let text: String
    private let outcome: SpeechOutcome
    private let file: JobFile

    package init(_ prepared: PreparedSpeech, text: String, outcome: SpeechOutcome, file: JobFile) {
        self.prepared = prepared
        self.text = text
        self.outcome = outcome
        self.file = file
    }

    package func write() throws(InferenceError) {
        do throws(FileError) {
            try AtomicFile(file.path + ".json", mode: 0o644).replace(with: json.serialized(pretty: true))
        } catch {
            throw error.inferenceError
        }
    }

    private var json: JSONValue {
        let plan = prepared.plan
        var object = JSONObject([
            ("model", .string(prepared.reference.description)), ("text", .string(text)), ("voice", .string(plan.voice)),
        ])
        object["language"] = plan.language.map { .string($0) }
        object["format"] = .string(plan.format.rawValue)
        object["sampleRate"] = .int(plan.sampleRate)
        object["durationSeconds"] = plan.streamFormat == .pcm ? .number(JSONNumber(seconds)) : nil
        object["parameters"] = .object(plan.parameters)
        object["requests"] = .int(plan.requests.count)
        object["characters"] = .int(outcome.characters ?? plan.characters)
        object["requestIds"] = .array(outcome.requestIDs.map { .string($0) })
        object["endpoint"] = .string(prepared.endpoint.id.rawValue)
        object["cost"] = outcome.cost.map {
            .object(JSONObject([("amount", .string("\($0.amount)")), ("currency", .string($0.currency))]))
        }
        object["mediaType"] = .string(file.mediaType)
        object["bytes"] = .int(file.byteCount)
        object["sha256"] = .string(file.digest)
        return .object(object)
    }

    private var seconds: Double { Double(outcome.byteCount) / Double(prepared.plan.sampleRate * 2) }
}
