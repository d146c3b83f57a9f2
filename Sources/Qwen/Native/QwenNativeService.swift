import HTTPTypes
public import Inference

/// Carries calls of DashScope's own protocol to an endpoint that speaks it.
public struct QwenNativeService: NativeService {
    private let classifier: ErrorClassifier

    init(classifier: ErrorClassifier) { self.classifier = classifier }

    public func exchange(
        for call: NativeCall, model: ModelDescriptor, context: CallContext
    ) throws(InferenceError) -> DocumentExchange<NativeAnswer> {
        var head =
            if call.spoken == .sockets {
                try HTTPRequest.socket(call.path, context: context)
            } else {
                try HTTPRequest.native(call.method, call.path, spoken: call.spoken, context: context)
            }
        for field in call.fields where field.name != .authorization && field.name != .userAgent {
            head.headerFields[field.name] = field.value
        }
        let failed = FailedCall(
            endpoint: context.endpoint, model: call.namesModel ? model : nil, credential: context.credential)
        return DocumentExchange(
            request: HTTPExchangeRequest(head: head, body: Self.body(of: call, model.id)),
            read: { (_, body) in NativeAnswer(reading: body) },
            classify: { [classifier] head, body in classifier.classify(head, body: body, of: failed) })
    }

    /// The body as it came, but for the spelling of the model. It is written in any case, so that only one is named.
    private static func body(of call: NativeCall, _ model: ModelID) -> [ArraySlice<UInt8>] {
        guard !call.body.isEmpty else { return [] }
        guard call.namesModel, let document = try? JSONDocument(call.body) else { return [call.body[...]] }
        var edits = JSONEdits(document)
        edits.set("model", of: document.root, to: JSONDocument(.string(model.rawValue)).root)
        return edits.slices()
    }
}

extension NativeAnswer {
    /// Reads a document; what is none tells nothing.
    fileprivate init(reading body: [UInt8]) {
        self.init()
        guard let document = try? JSONDocument(body).root else { return }
        // The last event of a stream of Responses holds the whole answer, a message of a socket its payload.
        let root = document["response"] ?? document["payload"] ?? document
        if root["object"]?.string == "response", document["type"]?.string != "response.done" {
            response = root["id"]?.string
            usage = root["usage"].flatMap(Usage.init(reading:))
            return
        }
        let counts = root["usage"]
        if root["type"]?.string?.hasPrefix("message") == true {
            usage = counts.flatMap(Usage.init(readingMessages:))
            return
        }
        let output = counts?["output_tokens"]?.int
        if let input = counts?["input_tokens"]?.int ?? (output == nil ? counts?["total_tokens"]?.int : nil) {
            usage = Usage(input: input, output: output ?? 0)
        }
        task = root["output"]?["task_id"]?.string
        state = root["output"]?["task_status"]?.string.map { QwenTaskService.state($0) }
        let made = NativeReply.usage(counts?.value)
        generation = made == GenerationUsage() ? nil : made
        let stored = root["data"]?["uploaded_files"] ?? root["output"]?["uploaded_files"]
        files = stored?.elements.compactMap { $0["file_id"]?.string } ?? []
    }
}

extension QwenProvider {
    /// The codec for clients that speak DashScope's own protocol.
    public var native: (any NativeService)? {
        QwenNativeService(classifier: ErrorClassifier(manifest: manifest))
    }
}
