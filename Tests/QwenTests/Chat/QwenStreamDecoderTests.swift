import Inference
import Testing

@testable import Qwen

@Suite struct QwenStreamDecoderTests {
    static let names = (try? Fixture.names(in: "streams", ending: ".events")) ?? []
    static let streams = names.filter { $0.hasSuffix(".sse.events") }

    /// A recorded answer with the events that it means.
    struct Recording {
        var bytes: [UInt8]
        var model: ModelDescriptor
        var isPartial: Bool
        var events: [String]

        init(_ name: String) throws {
            bytes = try Fixture.bytes("streams/" + name.dropLast(".events".count))
            var lines = try Fixture.text("streams/" + name).split(separator: "\n").map(String.init)
            let flags = lines.first?.hasPrefix("# ") == true ? lines.removeFirst() : ""
            model = ModelDescriptor(id: "m", name: "M")
            model.wire.cumulativeStream = flags.contains("cumulative")
            model.wire.leaksThinkTags = flags.contains("tags")
            isPartial = flags.contains("partial")
            events = lines
        }

        func decoded(_ chunks: [[UInt8]]) -> DecodedReply {
            DecodedReply(chunks, model: model, isPartial: isPartial)
        }
    }

    @Test(arguments: names)
    func readsTheRecordedAnswer(_ name: String) throws {
        let recording = try Recording(name)
        #expect(recording.decoded([recording.bytes]).lines == recording.events)
    }

    @Test(arguments: names)
    func readsTheSameWhereverTheBytesAreCut(_ name: String) throws {
        let recording = try Recording(name)
        for variant in Self.variants(of: recording.bytes) {
            let whole = recording.decoded([variant])
            #expect(whole.lines == recording.events)
            for cut in 1..<variant.count {
                let halves = recording.decoded([Array(variant[..<cut]), Array(variant[cut...])])
                #expect(halves == whole, "cut at \(cut)")
            }
            #expect(recording.decoded(variant.map { [$0] }) == whole, "byte by byte")
        }
    }

    /// Line endings, a byte order mark and comments say nothing.
    private static func variants(of bytes: [UInt8]) -> [[UInt8]] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("\n\n") else { return [bytes] }
        let commented = text.replacing("\n\n", with: "\n\n: a comment\n")
        return [
            text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"), "\u{FEFF}" + text, commented,
            commented.replacing("\n", with: "\r\n"),
        ].map { Array($0.utf8) }
    }

    @Test func aPartialResponseIsCutAndNotComplete() throws {
        let bytes = try Fixture.bytes("streams/chat.done-missing.sse")
        let reply = DecodedReply([bytes], model: ModelDescriptor(id: "m", name: "M"), isPartial: true, requestID: "r-7")
        #expect(reply.events.last == .finished(.length))
        #expect(
            reply.events.contains {
                if case .adjustment(let note) = $0 { note.rule == "partial-response" } else { false }
            })
        #expect(
            reply.events.first
                == .started(
                    ChatStart(
                        id: "chatcmpl-0f1e2d3c-1111-9222-8333-444455556666", model: "qwen3.5-plus", requestID: "r-7")))
    }

    @Test func answersOfFiveThousandMutationsKeepTheirText() throws {
        var random = SplitMix(seed: 20_261_123)
        let recordings = try Self.streams.map(Recording.init).filter { !$0.events.contains { $0.hasPrefix("failure") } }
        for round in 0..<5_000 {
            let recording = recordings[round % recordings.count]
            let whole = recording.decoded([recording.bytes])
            var mutated = recording.bytes
            let harmless = mutate(&mutated, with: &random)
            let reply = recording.decoded([mutated])
            if let failure = reply.failure {
                #expect(
                    [.truncated, .unavailable, .malformedResponse].contains(failure.code), "round \(round): \(failure)")
            }
            if harmless { #expect(reply.text == whole.text, "round \(round)") }
        }
    }

    /// Changes an answer; `true` when the change touches nothing that carries text.
    private func mutate(_ bytes: inout [UInt8], with random: inout SplitMix) -> Bool {
        let replacements = [
            ("\"logprobs\":null", "\"logprobs\":{\"content\":[[1,2,{}]]}"), ("\"index\":0", "\"index\":\"0\""),
            ("\"created\":1780000000", "\"created\":\"soon\""), ("\"system_fingerprint\":null", "\"new\":[{\"a\":[]}]"),
            ("\"usage\":null", "\"usage\":[]"), ("\"object\":\"chat.completion.chunk\"", "\"object\":7"),
            ("\"model\":\"qwen3.5-plus\"", "\"model\":{}"), ("\"finish_reason\":null", "\"finish_reason\":\"\""),
            ("\"role\":\"assistant\"", "\"role\":[1]"), ("\"prompt_tokens\"", "\"prompt_tokens\":null,\"x\""),
        ]
        let (old, new) = replacements[random.next(below: replacements.count)]
        switch random.next(below: 3) {
        case 0:
            bytes = Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
            return true
        case 1:
            bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
            return false
        default:
            let start = random.next(below: bytes.count)
            bytes.removeSubrange(start..<min(bytes.count, start + 1 + random.next(below: 40)))
            return false
        }
    }
}
