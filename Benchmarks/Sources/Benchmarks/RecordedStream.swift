/// A stream in the shape that the service sends: 300 bytes per event, reasoning, text and a tool call.
enum RecordedStream {
    static let events = 1000

    static let text: [UInt8] = stream { index in
        #"{"choices":[{"delta":{"content":"word\#(index) \n","reasoning_content":null},"#
    }

    static let reasoning: [UInt8] = stream { index in
        #"{"choices":[{"delta":{"content":null,"reasoning_content":"thought\#(index) "},"#
    }

    static let toolCall: [UInt8] = stream { index in
        let name = index == 0 ? #","name":"write_file""# : ""
        let id = index == 0 ? "call_1" : ""
        let start = index == 0 ? #"{\"text\":\""# : #"w\#(index)"#
        return #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"\#(id)","type":"function","function":"#
            + #"{"arguments":"\#(start)"\#(name)}}]},"#
    }

    /// The event whose JSON the peer decodes.
    static let chunk = Array((#"{"choices":[{"delta":{"content":"word1 \n","reasoning_content":null},"# + tail).utf8)

    private static let tail =
        #""finish_reason":null,"index":0,"logprobs":null}],"object":"chat.completion.chunk","usage":null,"#
        + #""created":1780000000,"system_fingerprint":null,"model":"m-1-plus-2026-02-15","#
        + #""id":"chatcmpl-11111111-2222-9333-8444-555555555555"}"#

    private static func stream(_ start: (Int) -> String) -> [UInt8] {
        var text = ""
        for index in 0..<events { text += "data: " + start(index) + tail + "\n\n" }
        text += "data: [DONE]\n\n"
        return Array(text.utf8)
    }
}
