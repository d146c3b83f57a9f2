import Inference
import Transport

// One event of the stream, or the one document of an answer that is none.
extension ReplyAssembly {
    mutating func take(_ event: ServerSentEvent, _ data: RawSpan, into output: inout ChatDecoderOutput) {
        guard !isOver else { return }
        output.sawData = true
        if Self.isEndMark(data) { return takeEndMark(into: &output) }
        let failed = event.isNamed("error") || (event.status ?? 0) >= 400
        if failed { return takeFailure(data, status: event.status, into: &output) }
        takeObject(data, into: &output)
        completeIfSettled(into: &output)
    }

    mutating func takeDocument(_ bytes: [UInt8], into output: inout ChatDecoderOutput) {
        guard !isOver else { return }
        output.sawData = true
        guard (try? JSONScanner.document(in: bytes.span.bytes)) != nil else {
            return fail(
                InferenceError(.malformedResponse, "expected a JSON answer or an event stream, got something else"),
                into: &output)
        }
        takeObject(bytes.span.bytes, into: &output)
    }

    /// Where the members that matter lie in an event.
    struct Landmarks {
        var choices: Range<Int>?
        var native: Range<Int>?
        var error: Range<Int>?
        var usage: Range<Int>?
        var code: Range<Int>?
        var id: Range<Int>?
        var model: Range<Int>?
        var request: Range<Int>?
        var isBroken = false
    }

    private mutating func takeObject(_ data: RawSpan, into output: inout ChatDecoderOutput) {
        let found = Self.landmarks(of: data)
        if found.error != nil || (found.code != nil && found.choices == nil && found.native == nil) {
            return takeFailure(data, status: nil, into: &output)
        }
        let isKnown = found.choices != nil || found.native != nil || found.usage != nil
        if isKnown || found.id != nil {
            start(id: found.id, model: found.model, request: found.request, in: data, into: &output)
        }
        if let choices = found.choices { takeChoices(choices, in: data, into: &output) }
        if let native = found.native { takeNative(native, in: data, into: &output) }
        if let range = found.usage { usage = Usage(range, in: data) ?? usage }
        if found.isBroken || !isKnown { output.events.append(.unknown(Self.value(of: data))) }
    }

    private static func landmarks(of data: RawSpan) -> Landmarks {
        var found = Landmarks()
        do throws(JSONSyntaxError) {
            var members = try JSONObjectCursor(in: data)
            while let member = try members.next(in: data) { found.take(member, in: data) }
        } catch {
            found.isBroken = true
        }
        return found
    }

    /// The first event names the answer.
    mutating func start(
        id: Range<Int>?, model: Range<Int>?, request: Range<Int>?, in data: RawSpan,
        into output: inout ChatDecoderOutput
    ) {
        guard !hasStarted else { return }
        hasStarted = true
        let request = Self.nonEmpty(request, in: data)
        answerID = Self.nonEmpty(id, in: data) ?? request
        requestID = requestID ?? request
        let model = Self.nonEmpty(model, in: data).map { ModelID($0) }
        output.events.append(.started(ChatStart(id: answerID, model: model, requestID: requestID)))
    }

    private static func nonEmpty(_ range: Range<Int>?, in data: RawSpan) -> String? {
        guard let range, let text = JSONScanner.string(range, in: data), !text.isEmpty else { return nil }
        return text
    }

    private mutating func takeFailure(_ data: RawSpan, status: Int?, into output: inout ChatDecoderOutput) {
        let bytes = data.withUnsafeBytes { Array($0) }
        fail(classify(ServiceFailure(body: bytes, status: status ?? 200)), into: &output)
    }

    private static func isEndMark(_ data: RawSpan) -> Bool {
        data.byteCount == 6 && data.withUnsafeBytes { $0.elementsEqual("[DONE]".utf8) }
    }

    /// Bytes as a tree; what is no JSON becomes a string, so that nothing is lost.
    static func value(of data: RawSpan) -> JSONValue {
        let bytes = data.withUnsafeBytes { Array($0) }
        return (try? JSONValue(parsing: bytes)) ?? .string(String(decoding: bytes, as: UTF8.self))
    }
}

extension ReplyAssembly.Landmarks {
    /// Keeps a member when it matters and has a value. Of duplicates the last one counts.
    @inline(__always)
    mutating func take(_ member: JSONMemberRanges, in data: RawSpan) {
        let value = member.value
        if JSONScanner.isNull(value, in: data) { return takeNull(member, in: data) }
        if member.isNamed("choices", in: data) {
            choices = value
        } else if member.isNamed("id", in: data) {
            id = value
        } else if member.isNamed("model", in: data) {
            model = value
        } else if member.isNamed("usage", in: data) {
            usage = value
        } else if member.isNamed("output", in: data) {
            native = value
        } else if member.isNamed("error", in: data) {
            error = value
        } else if member.isNamed("request_id", in: data) {
            request = value
        } else if member.isNamed("code", in: data), !JSONScanner.isEmptyString(value, in: data) {
            code = value
        }
    }

    /// `choices: null` says as much as `choices: []`.
    private mutating func takeNull(_ member: JSONMemberRanges, in data: RawSpan) {
        if member.isNamed("choices", in: data) { choices = member.value }
    }
}
