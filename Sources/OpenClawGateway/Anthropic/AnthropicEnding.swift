import Inference

/// Why a message ended and what it cost, in the words of the Messages protocol.
struct AnthropicEnding {
    private let reason: String
    private let usage: Usage

    init(_ finishReason: FinishReason?, hasCalls: Bool, usage: Usage?) {
        self.usage = usage ?? Usage(input: 0, output: 0)
        switch finishReason {
        case .length?: reason = "max_tokens"
        case .contentFilter?: reason = "refusal"
        default: reason = hasCalls || finishReason == .toolCalls ? "tool_use" : "end_turn"
        }
    }

    func writeReason(to text: inout JSONComposer) {
        text.member("stop_reason", reason)
        text.member(null: "stop_sequence")
    }

    /// Input counts without what was read from or written to a cache, which clients add up.
    func writeUsage(to text: inout JSONComposer) {
        text.object("usage") {
            $0.member("input_tokens", max(0, usage.input - usage.cacheRead - usage.cacheWrite))
            $0.member("cache_creation_input_tokens", usage.cacheWrite)
            $0.member("cache_read_input_tokens", usage.cacheRead)
            $0.member("output_tokens", usage.output)
            if let thinking = usage.reasoning {
                $0.object("output_tokens_details") { $0.member("thinking_tokens", thinking) }
            }
        }
    }
}
