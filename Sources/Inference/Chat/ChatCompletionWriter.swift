/// Writes an answer in the shape of OpenAI's chat completions: events of a stream, or one document.
///
/// The stream is strict: the role comes once, tool calls begin with id and name, usage comes when it was asked for, and
/// `[DONE]` only after a regular end.
public struct ChatCompletionWriter: Sendable {
    /// The id of the answer; the service's own, once it has named one.
    public package(set) var id: String {
        get { named ?? "chatcmpl-" + callID }
        set { named = newValue }
    }
    /// The model in the answer; as the service spells it, once it has named one.
    public package(set) var model: String
    /// Seconds since 1970.
    public package(set) var created: Int
    private let callID: String
    private var named: String?
    private let delivery: ChatDelivery
    private var hasRole = false
    private var isResumed = false
    package private(set) var hasFinished = false
    package private(set) var hasShownUsage = false
    private var usage: Usage?
    package var calls = ToolCallWriter()
    private var builder = ChatResponseBuilder()

    /// - Parameters:
    ///   - callID: names the answer when the service does not.
    ///   - model: names the model when the service does not.
    public init(callID: String, model: String, created: Int, delivery: ChatDelivery) {
        self.callID = callID
        self.model = model
        self.created = created
        self.delivery = delivery
    }

    /// Writes what an event means to the client. `.finished` ends the answer.
    public mutating func write(_ event: ChatEvent, into bytes: inout [UInt8]) {
        if case .started(let start) = event { begin(start) }
        guard delivery.isStreamed else { return fold(event, into: &bytes) }
        switch event {
        case .started, .adjustment, .unknown: break
        case .text(let text): write(["content": .string(text)], into: &bytes)
        case .reasoning(let text): write(["content": nil, "reasoning_content": .string(text)], into: &bytes)
        case .toolCallDelta(let delta):
            if let piece = calls.piece(of: delta, answerID: id) { write(call: piece, into: &bytes) }
        case .toolCall(let call): if let piece = calls.rest(of: call) { write(call: piece, into: &bytes) }
        case .usage(let usage): self.usage = usage
        case .finished(let reason): finish(reason, into: &bytes)
        }
    }

    package mutating func begin(_ start: ChatStart) {
        if !isResumed { named = start.id ?? named }
        model = start.model?.rawValue ?? model
    }

    /// The client was told of the role, the end or the usage by bytes of the service.
    package mutating func note(role: Bool = false, finish: Bool = false, usage: Bool = false) {
        hasRole = hasRole || role
        hasFinished = hasFinished || finish
        hasShownUsage = hasShownUsage || usage
    }

    package var needsRole: Bool { !hasRole }

    package var opening: ChatCompletionOpening { ChatCompletionOpening(id: id, roles: hasRole ? [0] : []) }

    /// Goes on with an answer that another one has opened.
    package mutating func resume(_ opening: ChatCompletionOpening) {
        (id, isResumed, hasRole) = (opening.id, true, opening.roles.contains(0))
    }

    private mutating func write(call piece: JSONValue, into bytes: inout [UInt8]) {
        write(["tool_calls": [piece]], into: &bytes)
    }

    private mutating func finish(_ reason: FinishReason, into bytes: inout [UInt8]) {
        if !hasFinished {
            hasFinished = true
            write(JSONObject(), finish: .string(reason.rawValue), into: &bytes)
        }
        if delivery.includesUsage, !hasShownUsage, let usage {
            hasShownUsage = true
            append(["choices": [], "usage": usage.completionsValue], into: &bytes)
        }
        bytes.append(contentsOf: "data: [DONE]\n\n".utf8)
    }

    private mutating func write(_ delta: JSONObject, finish: JSONValue = .null, into bytes: inout [UInt8]) {
        var delta = delta
        if !hasRole {
            delta = JSONObject([("role", "assistant")] + delta.members.map { ($0.key, $0.value) })
            hasRole = true
        }
        append(
            ["choices": [["index": 0, "delta": .object(delta), "logprobs": nil, "finish_reason": finish]]], into: &bytes
        )
    }

    private func append(_ members: JSONObject, into bytes: inout [UInt8]) {
        bytes.append(contentsOf: "data: ".utf8)
        bytes.append(contentsOf: JSONValue.object(envelope("chat.completion.chunk", members)).serialized())
        bytes.append(contentsOf: "\n\n".utf8)
    }

    private func envelope(_ object: String, _ members: JSONObject) -> JSONObject {
        JSONObject(
            [
                ("id", .string(id)), ("object", .string(object)), ("created", .int(created)), ("model", .string(model)),
            ] + members.members.map { ($0.key, $0.value) })
    }

    private mutating func fold(_ event: ChatEvent, into bytes: inout [UInt8]) {
        builder.add(event)
        guard case .finished = event else { return }
        bytes.append(contentsOf: document(builder.response))
    }

    /// A whole answer as one document.
    public func document(_ response: ChatResponse) -> [UInt8] {
        var message = JSONObject([("role", "assistant")])
        message["content"] = response.text.isEmpty && !response.toolCalls.isEmpty ? .null : .string(response.text)
        if !response.reasoning.isEmpty { message["reasoning_content"] = .string(response.reasoning) }
        if !response.toolCalls.isEmpty { message["tool_calls"] = .array(response.toolCalls.map(\.completionsValue)) }
        let reason = response.finishReason ?? .stop
        let choice: JSONValue = [
            "index": 0, "message": .object(message), "logprobs": nil, "finish_reason": .string(reason.rawValue),
        ]
        var members = JSONObject([("choices", .array([choice]))])
        members["usage"] = response.usage?.completionsValue
        return JSONValue.object(envelope("chat.completion", members)).serialized()
    }
}
