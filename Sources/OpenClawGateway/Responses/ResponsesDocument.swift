import Inference

/// A response object, at any point of its life.
struct ResponsesDocument {
    let head: AnswerHead
    let echo: [UInt8]
    var status = "in_progress"
    /// The finished items.
    var output: [[UInt8]] = []
    var usage: Usage?
    var failure: InferenceError?
    /// Why it is incomplete.
    var incompleteReason: String?

    init(_ head: AnswerHead, echo: [UInt8]) {
        self.head = head
        self.echo = echo
    }

    /// Settles how the answer ended.
    mutating func end(_ reason: FinishReason?, usage: Usage?) {
        self.usage = usage
        switch reason {
        case .length?: (status, incompleteReason) = ("incomplete", "max_output_tokens")
        case .contentFilter?: (status, incompleteReason) = ("incomplete", "content_filter")
        default: status = "completed"
        }
    }

    func write(to text: inout JSONComposer) {
        text.member("id", "resp_" + head.callID)
        text.member("object", "response")
        text.member("created_at", head.created)
        text.member("status", status)
        text.member("model", head.model)
        text.array("output") { list in
            for item in output { list.raw(item) }
        }
        writeFailure(to: &text)
        text.key("incomplete_details")
        if let incompleteReason { text.object { $0.member("reason", incompleteReason) } } else { text.null() }
        text.key("usage")
        if let usage { text.object { Self.write(usage, to: &$0) } } else { text.null() }
        text.members(raw: echo)
    }

    private func writeFailure(to text: inout JSONComposer) {
        text.key("error")
        guard let failure else { return text.null() }
        text.object {
            $0.member("code", Self.code(of: failure))
            $0.member("message", Self.message(of: failure))
        }
    }

    private static func code(of failure: InferenceError) -> String {
        switch failure.code {
        case .contextTooLong: "context_length_exceeded"
        case .rateLimited: "rate_limit_exceeded"
        case .quotaExhausted, .budgetExceeded: "insufficient_quota"
        case .invalidRequest, .unsupported, .contentRejected: "invalid_prompt"
        default: "server_error"
        }
    }

    /// Clients look for a wait in the words.
    private static func message(of failure: InferenceError) -> String {
        var message = failure.message
        if failure.code == .rateLimited, let wait = failure.retryAfter {
            message += "; try again in \(Int((wait / .seconds(1)).rounded(.up)))s"
        }
        if let hint = failure.hint { message += "; try: \(hint)" }
        return message
    }

    private static func write(_ usage: Usage, to text: inout JSONComposer) {
        text.member("input_tokens", usage.input)
        text.object("input_tokens_details") { $0.member("cached_tokens", usage.cacheRead) }
        text.member("output_tokens", usage.output)
        text.object("output_tokens_details") { $0.member("reasoning_tokens", usage.reasoning ?? 0) }
        text.member("total_tokens", usage.total)
    }
}
