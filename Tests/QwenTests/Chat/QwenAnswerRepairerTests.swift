import Inference
import Testing

@testable import Qwen

@Suite struct QwenAnswerRepairerTests {
    typealias Recording = QwenStreamDecoderTests.Recording

    static let names = QwenStreamDecoderTests.names
    static let document = ChatDelivery(isStreamed: false, includesUsage: true)
    static let withoutUsage = ChatDelivery(isStreamed: true, includesUsage: false)

    private func repaired(
        _ recording: Recording, _ delivery: ChatDelivery = .events, chunks: [[UInt8]]? = nil
    ) -> RepairedReply {
        RepairedReply(
            chunks ?? [recording.bytes], model: recording.model, isPartial: recording.isPartial, delivery: delivery)
    }

    /// The answer without what only one of two readings can know: how it was mended, and ids that had to be made.
    private func essence(_ events: [ChatEvent]) -> ChatResponse {
        var builder = ChatResponseBuilder()
        events.forEach { builder.add($0) }
        var response = builder.response
        (response.adjustments, response.unknown, response.requestID) = ([], [], nil)
        return response
    }

    private func decoded(_ bytes: [UInt8]) -> DecodedReply {
        DecodedReply([bytes], model: ModelDescriptor(id: "m", name: "M"))
    }

    @Test(arguments: names)
    func streamsAreStrict(_ name: String) throws {
        let recording = try Recording(name)
        for delivery in [ChatDelivery.events, Self.withoutUsage] {
            let reply = repaired(recording, delivery)
            let strict = StrictStream(
                reply.data, isCut: reply.failure != nil, wantsUsage: delivery.includesUsage)
            #expect(strict.findings.isEmpty)
        }
    }

    @Test(arguments: names)
    func theMeaningStaysTheSame(_ name: String) throws {
        let recording = try Recording(name)
        let original = recording.decoded([recording.bytes])
        for delivery in [ChatDelivery.events, Self.document] {
            let reply = repaired(recording, delivery)
            #expect(reply.failure == original.failure && reply.isComplete == original.isComplete)
            if original.failure != nil, !delivery.isStreamed {
                #expect(reply.bytes.isEmpty)
                continue
            }
            let again = decoded(reply.bytes)
            var (expected, found) = (essence(original.events), essence(again.events))
            if expected.id == nil { (expected.id, found.id) = ("made", found.id.map { _ in "made" }) }
            if expected.model == nil { found.model = nil }
            if original.failure != nil { (expected.usage, expected.id, found.id) = (nil, nil, nil) }
            #expect(found == expected)
            #expect(essence(reply.events).usage == essence(original.events).usage)
        }
    }

    @Test(arguments: names)
    func goesOnWithAnAnswerThatAnotherOpened(_ name: String) throws {
        let recording = try Recording(name)
        let opening = ChatCompletionOpening(id: "chatcmpl-first", roles: [0])
        let reply = RepairedReply(
            [recording.bytes], model: recording.model, isPartial: recording.isPartial, opening: opening)
        for data in reply.data where data != "[DONE]" {
            let event = try JSONValue(parsing: data)
            #expect(event["id"]?.string == "chatcmpl-first")
            let choice = event["choices"]?[0]
            #expect(choice?["index"]?.int != 0 || choice?["delta"]?["role"] == nil)
        }
        #expect(reply.opening.id == "chatcmpl-first" && reply.opening.roles.contains(0))
        #expect(essence(reply.events) == essence(repaired(recording).events))
    }

    @Test(arguments: names)
    func readsTheSameWhereverTheBytesAreCut(_ name: String) throws {
        let recording = try Recording(name)
        for delivery in [ChatDelivery.events, Self.document] {
            let whole = repaired(recording, delivery)
            // Folding is the decoder's work, whose own tests cut everywhere.
            for cut in stride(from: 1, to: recording.bytes.count, by: delivery.isStreamed ? 1 : 11) {
                let halves = [Array(recording.bytes[..<cut]), Array(recording.bytes[cut...])]
                #expect(repaired(recording, delivery, chunks: halves) == whole, "cut at \(cut)")
            }
            #expect(repaired(recording, delivery, chunks: recording.bytes.map { [$0] }) == whole)
        }
    }

    @Test(arguments: ["chat.plain.sse", "chat.thinking.sse", "chat.vision.sse"])
    func whatIsStrictPassesByteForByte(_ name: String) throws {
        let recording = try Recording(name + ".events")
        let lines = String(decoding: recording.bytes, as: UTF8.self).split(separator: "\n")
        let data = lines.filter { $0.hasPrefix("data: ") }.map { String($0.dropFirst("data: ".count)) }
        let reply = repaired(recording)
        #expect(reply.data == data)
        #expect(!reply.events.contains { if case .text = $0 { true } else { false } })
        #expect(reply.relayed > 0)
        #expect(repaired(recording, Self.withoutUsage).data == data.filter { !$0.contains("\"usage\":{") })
    }

    @Test(arguments: names)
    func strictEventsOfRepairedStreamsPassAgain(_ name: String) throws {
        let once = repaired(try Recording(name))
        guard once.failure == nil else { return }
        let twice = RepairedReply([once.bytes], model: ModelDescriptor(id: "m", name: "M"))
        #expect(twice.data == once.data)
    }

    @Test func unknownMembersOfMendedEventsStay() {
        let event =
            #"{"x":[1, 2],"choices":[{"index":0,"delta":{"content":"a","tool_calls":[],"y":{}},"logprobs":{"z":1}}]}"#
        let reply = RepairedReply(
            [Array("data: \(event)\n\ndata: [DONE]\n\n".utf8)], model: ModelDescriptor(id: "m", name: "M"))
        #expect(
            reply.data.first
                == #"{"x":[1, 2],"choices":[{"index":0,"delta":{"role":"assistant","content":"a","y":{}},"logprobs":{"z":1},"#
                + #""finish_reason":null}],"id":"chatcmpl-c-1","object":"chat.completion.chunk","created":7,"model":"m"}"#
        )
    }

    @Test func severalAnswersAreHandedOn() {
        let event = { (index: Int, delta: String, finish: String) in
            #"data: {"id":"i","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":"#
                + #"\#(index),"delta":\#(delta),"finish_reason":\#(finish)}]}"# + "\n\n"
        }
        let role = #"{"role":"assistant","content":"a"}"#
        let text =
            event(0, role, "null") + event(1, role, "null") + event(0, "{}", #""stop""#)
            + event(1, #"{"content":"b"}"#, "null") + event(1, "{}", #""stop""#) + "data: [DONE]\n\n"
        let reply = RepairedReply([Array(text.utf8)], model: ModelDescriptor(id: "m", name: "M"))
        #expect(String(decoding: reply.bytes, as: UTF8.self) == text)
    }

    @Test func aStrictDocumentPassesByteForByte() throws {
        let recording = try Recording("document.tool-call.json.events")
        #expect(repaired(recording, Self.document).bytes == recording.bytes)
    }

    @Test func textIsCountedInCharacters() {
        var relayed = RelayedText()
        let bytes = Array(#""a\n\"é天\u4f60""#.utf8)
        relayed.count(0..<bytes.count, in: bytes.span.bytes)
        #expect(relayed.ascii == 3 && relayed.other == 3)
    }

    @Test(arguments: 0..<80)
    func longTextIsCountedInCharacters(_ length: Int) {
        for text in ["a", "é", "天", "a\\n", "天a", "\\\"b", #"\u4f60"#] {
            let whole = String(repeating: "x", count: length) + String(repeating: text, count: length) + "天"
            let characters = whole.replacing(#"\u4f60"#, with: "你").replacing(#"\n"#, with: "n").replacing(
                #"\""#, with: "q")
            let bytes = Array("\"\(whole)\"".utf8)
            var relayed = RelayedText()
            relayed.count(0..<bytes.count, in: bytes.span.bytes)
            let ascii = characters.unicodeScalars.count { $0.isASCII }
            #expect(relayed.ascii == ascii && relayed.other == characters.unicodeScalars.count - ascii, "\(text)")
        }
    }

    static let strictDocument =
        #"{"id":"i","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","#
        + #""content":"a\n"},"logprobs":{"x":[1,-2.5e3,true,null]},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"#
        + #""completion_tokens":2,"total_tokens":3,"prompt_tokens_details":{"cached_tokens":0,"x":[{}]}},"x":[[]]}"#

    @Test func aBrokenDocumentIsNotHandedOn() {
        let bytes = Array(Self.strictDocument.utf8)
        #expect(RepairedReply([bytes], model: Self.model, delivery: Self.document).bytes == bytes)
        for index in bytes.indices {
            for byte in [UInt8(ascii: "x"), 0x22, 0x5C, 0x5D, 0x01] {
                var broken = bytes
                broken[index] = byte
                let reply = RepairedReply([broken], model: Self.model, delivery: Self.document)
                let isJSON = (try? JSONScanner.document(in: broken.span.bytes)) != nil
                #expect(isJSON || (reply.bytes.isEmpty && reply.failure != nil), "\(byte) at \(index)")
            }
        }
    }

    static let model = ModelDescriptor(id: "m", name: "M")

    /// Of duplicates the last one counts, also when an earlier one is not strict.
    @Test(arguments: [
        #""choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"a"}}],"#,
        #""choices":[{"index":0,"text":"a","x":[{}]}],"#, #""choices":{},"#, #""usage":null,"#, #""usage":[7],"#,
        #""id":7,"#,
    ])
    func anEarlierDuplicateDoesNotCount(_ member: String) {
        let bytes = Array("{\(member)\(Self.strictDocument.dropFirst())".utf8)
        let reply = RepairedReply([bytes], model: Self.model, delivery: Self.document)
        #expect(reply.bytes == bytes && reply.relayed == 2)
        #expect(reply.events.contains(.usage(Usage(input: 1, output: 2))))
    }

    /// Events are compared with the one before; what is read so is the same as what is read alone.
    @Test func anEventIsReadTheSameWhateverCameBefore() {
        let event = { (rest: String) in
            #"{"id":"i","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{\#(rest)}]}"#
        }
        let plain = event(#""content":"abc"},"finish_reason":null"#)
        let others = [
            event(#""content":"ab"},"finish_reason":null"#), event(#""content":"a\nb\u4f60天"},"finish_reason":null"#),
            event(#""content":""},"finish_reason":null"#), event(#""content":"a","x":"b"},"finish_reason":null"#),
            event(#""content":"ab"},"finish_reason":"stop""#),
            event(#""reasoning_content":"ab"},"finish_reason":null"#),
            event(#""content":"a\"},"finish_reason":null"#), event("\"content\":\"a\u{1}\"},\"finish_reason\":null"),
            event(#""content":"ab","tool_calls":[]},"finish_reason":null"#),
            event(#""content":"abc"},"finish_reason":nul"#),
            event(#""content":"a"b"},"finish_reason":null"#), String(plain.dropLast()), plain + "}", "[DONE]",
        ]
        let role = event(#""role":"assistant","content":""},"finish_reason":null"#)
        let space = event(#""content": "abc"},"finish_reason":null"#)
        for other in others {
            // The event between has another spelling, so that the last one is compared with it in vain.
            let replies = [[role, plain, other], [role, plain, space, other]].map { events in
                RepairedReply(events.map { Array("data: \($0)\n\n".utf8) }, model: Self.model)
            }
            let skipped = replies[1].data.filter { $0 != space }
            #expect(replies[0].data == skipped, "\(other)")
            #expect(replies[0].events == replies[1].events, "\(other)")
            #expect(replies[0].relayed + 3 == replies[1].relayed, "\(other)")
        }
    }
}
