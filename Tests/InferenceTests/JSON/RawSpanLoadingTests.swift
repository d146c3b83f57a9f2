import Testing

@testable import Inference

struct RawSpanLoadingTests {
    @Test(arguments: [
        "n" as StaticString, "id", "url", "role", "model", "object", "choices", "messages", "reasoning",
        "finish_reason", "completion_tokens", "completion_tokens_details",
    ])
    func aLiteralIsFoundAndNoNeighbourOfIt(_ literal: StaticString) {
        var bytes = Array("..\(literal)..".utf8)
        let place = 2..<(bytes.count - 2)
        let isFound = bytes.span.bytes.matches(place, literal)
        #expect(isFound)
        for index in place {
            bytes[index] ^= 1
            let isStillFound = bytes.span.bytes.matches(place, literal)
            #expect(!isStillFound)
            bytes[index] ^= 1
        }
    }

    @Test func bytesOutsideOfTheSpanAreNeverRead() async {
        await #expect(processExitsWith: .failure) {
            let bytes: [UInt8] = [1]
            _ = bytes.span.bytes.byte(1)
        }
        await #expect(processExitsWith: .failure) {
            let bytes: [UInt8] = [1]
            _ = bytes.span.bytes.byte(-1)
        }
        await #expect(processExitsWith: .failure) {
            let bytes: [UInt8] = [1]
            _ = bytes.span.bytes.holds("id", at: 0)
        }
        await #expect(processExitsWith: .failure) {
            let bytes = [UInt8](repeating: 1, count: 63)
            _ = bytes.span.bytes.words(0)
        }
    }

    @Test(arguments: 60...140) func theEndOfALongRunIsFoundAtEveryPlace(_ length: Int) {
        for end in ["\"", "\\", "\u{1F}"] {
            let rest = String(repeating: "x", count: 80)
            let bytes = Array((String(repeating: "z", count: length) + end + rest).utf8)
            let run = JSONScanner.plainRun(in: bytes.span.bytes, from: 0, to: bytes.count)
            #expect(run == length)
        }
    }
}
