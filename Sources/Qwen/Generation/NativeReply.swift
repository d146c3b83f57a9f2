import HTTPTypes
import Inference

/// An answer of the native paths: `output`, `usage` and a request id, or an error.
struct NativeReply {
    let document: JSONValue
    let requestID: String?

    var output: JSONValue? { document["output"] }

    /// - Throws: what the service said, when it refused.
    init(
        _ head: HTTPResponse, _ body: [UInt8], classifier: ErrorClassifier, context: CallContext
    ) throws(InferenceError) {
        let call = FailedCall(endpoint: context.endpoint, model: nil, credential: context.credential)
        guard head.status.kind == .successful, let document = try? JSONValue(parsing: body),
            document["code"]?.string.map(\.isEmpty) ?? true
        else { throw classifier.classify(head, body: body, of: call) }
        self.document = document
        requestID = document["request_id"]?.string
    }

    /// The task that was begun, where one was.
    var task: ServiceTask? {
        output?["task_id"]?.string.map { ServiceTask(id: $0, requestID: requestID) }
    }

    /// The results, wherever the family of the model puts them.
    func results(kind: Modality) -> GenerationResults {
        var addresses: [String] = []
        var texts: [String] = []
        func take(_ address: JSONValue?) {
            if let text = address?.string, !text.isEmpty, !addresses.contains(text) { addresses.append(text) }
        }
        take(output?["video_url"])
        take(output?["image_url"])
        take(output?["url"])
        take(output?["results"]?["video_url"])
        take(output?["result"]?["transcription_url"])
        for item in output?["results"]?.array ?? [] { take(item["url"] ?? item["transcription_url"]) }
        for choice in output?["choices"]?.array ?? [] {
            for part in choice["message"]?["content"]?.array ?? [] {
                take(part["image"])
                if let text = part["text"]?.string, !text.isEmpty { texts.append(text) }
            }
        }
        let files = addresses.map { GenerationResults.RemoteFile(address: $0, kind: kind) }
        return GenerationResults(files: files, texts: texts, usage: usage, requestID: requestID)
    }

    /// What the results are, by the places where they are.
    var kind: Modality {
        if output?["video_url"] != nil { return .video }
        if output?["url"] != nil { return .embedding }
        let isText =
            output?["result"]?["transcription_url"] != nil
            || output?["results"]?.array?.contains { $0["transcription_url"] != nil } == true
        return isText ? .text : .image
    }

    /// The first failure among several results.
    var partialFailure: String? {
        output?["results"]?.array?.lazy.compactMap { $0["message"]?.string ?? $0["code"]?.string }.first
    }

    private var usage: GenerationUsage { Self.usage(document["usage"]) }

    static func usage(_ usage: JSONValue?) -> GenerationUsage {
        let size = usage?["width"]?.int.flatMap { width in
            usage?["height"]?.int.map { PixelSize(width: width, height: $0) }
        }
        let length = usage?["output_video_duration"]?.double ?? usage?["video_duration"]?.double
        return GenerationUsage(
            images: usage?["image_count"]?.int ?? usage?["output_image_count"]?.int, videos: usage?["video_count"]?.int,
            outputSeconds: length ?? usage?["duration"]?.double ?? usage?["seconds"]?.double,
            inputSeconds: usage?["input_video_duration"]?.double,
            resolution: usage?["SR"]?.int.map { "\($0)P" } ?? usage?["SR"]?.string,
            characters: usage?["characters"]?.int, size: usage?["size"]?.string.flatMap { PixelSize($0) } ?? size,
            ratio: usage?["ratio"]?.string.map { AspectRatio($0) })
    }
}
