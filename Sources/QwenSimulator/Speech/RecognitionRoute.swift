#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes short recordings down at once, in the native and in the compatible dialect.
struct RecognitionRoute {
    private static let largest = 10 << 20
    private static let longest = 300.0
    private static let tokensPerSecond = 25.0

    let ask: MediaAsk

    func native() throws(ServiceError) -> Reply {
        let messages = ask.input["messages"]?.array ?? []
        let recording = try recording(messages)
        charge(recording)
        guard ask.context.wantsNativeStream else { return .json(nativeBody(recording.text, recording, isLast: true)) }
        let words = recording.text.split(separator: " ")
        let halves = [words.prefix(words.count / 2), words[...]].map { $0.joined(separator: " ") }
        var text = ""
        for (index, half) in halves.enumerated() {
            let body = nativeBody(half, recording, isLast: index == 1)
            text += "id:\(index + 1)\nevent:result\n:HTTP_STATUS/200\ndata:\(body.text)\n\n"
        }
        return .events(.whole(Array(text.utf8)))
    }

    func compatible(stream: Bool) throws(ServiceError) -> Reply {
        let recording = try recording(ask.input["messages"]?.array ?? [])
        charge(recording)
        let id = "chatcmpl-\(ask.context.requestID)"
        func chunk(_ choice: JSON, _ kind: String, usage: JSON) -> JSON {
            [
                "id": .string(id), "object": .string(kind), "created": .integer(ask.context.created),
                "model": .string(ask.card.id), "choices": [choice], "usage": usage,
            ]
        }
        guard stream else {
            let message: JSON = [
                "role": "assistant", "content": .string(recording.text), "annotations": Self.annotations,
            ]
            let choice: JSON = ["index": 0, "finish_reason": "stop", "message": message]
            return .json(chunk(choice, "chat.completion", usage: usage(recording)))
        }
        var text = ""
        for word in recording.text.split(separator: " ") {
            let delta: JSON = ["content": .string("\(word) "), "annotations": Self.annotations]
            let choice: JSON = ["index": 0, "finish_reason": nil, "delta": delta]
            text += "data: \(chunk(choice, "chat.completion.chunk", usage: nil).text)\n\n"
        }
        let last: JSON = ["index": 0, "finish_reason": "stop", "delta": ["content": ""]]
        text += "data: \(chunk(last, "chat.completion.chunk", usage: usage(recording)).text)\n\ndata: [DONE]\n\n"
        return .events(.whole(Array(text.utf8)))
    }

    private func charge(_ recording: Recording) {
        let price = ask.card.price(region: ask.context.endpoint.region)
        ask.service.charges.add(ask.charge(.second, recording.seconds.rounded(.up), price: price))
    }

    /// The one sound of the one message of the user.
    private func recording(_ messages: [JSON]) throws(ServiceError) -> Recording {
        let own = messages.filter { $0["role"] == "user" }
        guard own.count == 1, let parts = own[0]["content"]?.array else {
            throw ServiceError("media_parameter", ["value": "messages must hold exactly one message of the user"])
        }
        let sounds = parts.compactMap { $0["audio"]?.string ?? $0["input_audio"]?["data"]?.string }
        guard sounds.count == 1 else {
            throw ServiceError("media_parameter", ["value": "content must hold exactly one audio"])
        }
        return try heard(sounds[0])
    }

    private func heard(_ url: String) throws(ServiceError) -> Recording {
        if url.hasPrefix("oss://") {
            let file = try ask.context.upload(url, model: ask.card.id, in: ask.service)
            return try checked(
                Recording(head: file.head, bytes: file.size, salt: file.digest), bytes: file.size, file.head)
        }
        if url.hasPrefix("http://") || url.hasPrefix("https://") { return Recording(url: url) }
        guard url.hasPrefix("data:"), let mark = url.firstRange(of: ";base64,"),
            let data = Data(base64Encoded: String(url[mark.upperBound...]))
        else { throw ServiceError("media_url_invalid") }
        guard url.utf8.count <= Self.largest else { throw ServiceError("audio_file_size") }
        let bytes = Array(data)
        let salt = RequestLog.fingerprint(String(url.suffix(200)))
        return try checked(Recording(head: bytes, bytes: bytes.count, salt: salt), bytes: bytes.count, bytes)
    }

    private func checked(_ recording: Recording, bytes: Int, _ head: [UInt8]) throws(ServiceError) -> Recording {
        let kind = FileKind(head)
        guard kind == .audio || kind == .video else { throw ServiceError("audio_decoder") }
        guard recording.seconds <= Self.longest else { throw ServiceError("audio_file_size") }
        return recording
    }

    private static let annotations: JSON = [["type": "audio_info", "language": "en", "emotion": "neutral"]]

    private func usage(_ recording: Recording) -> JSON {
        let heard = Int(recording.seconds * Self.tokensPerSecond)
        let written = TokenSplitter.count(recording.text)
        return [
            "prompt_tokens": .integer(heard), "completion_tokens": .integer(written),
            "total_tokens": .integer(heard + written), "seconds": .integer(Int(recording.seconds.rounded(.up))),
            "prompt_tokens_details": ["audio_tokens": .integer(heard)],
        ]
    }

    private func nativeBody(_ text: String, _ recording: Recording, isLast: Bool) -> JSON {
        let seconds = JSON.integer(Int(recording.seconds.rounded(.up)))
        if ask.card.traits["shape"] == "text" {
            let sentence: JSON = [
                "text": .string(text), "begin_time": 0, "end_time": .integer(Int(recording.seconds * 1000)),
                "sentence_end": .bool(isLast),
            ]
            return [
                "request_id": .string(ask.context.requestID), "usage": ["duration": seconds],
                "output": ["text": .string(text), "output": ["sentence": sentence]],
            ]
        }
        let message: JSON = [
            "role": "assistant", "content": [["text": .string(text)]], "annotations": Self.annotations,
        ]
        return [
            "request_id": .string(ask.context.requestID), "usage": ["seconds": seconds],
            "output": ["choices": [["finish_reason": isLast ? "stop" : "null", "message": message]]],
        ]
    }
}
