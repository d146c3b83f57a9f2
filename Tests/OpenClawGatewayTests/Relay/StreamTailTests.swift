import Testing

@testable import OpenClawGateway

@Suite struct StreamTailTests {
    @Test(arguments: [1, 7, 40_000])
    func keepsTheLastEventHoweverTheStreamIsCut(_ size: Int) {
        var stream: [UInt8] = []
        for number in 0..<200 {
            stream += "id:\(number)\ndata:{\"n\":\(number),\"x\":\"\(String(repeating: "a", count: 900))\"}\n\n".utf8
        }
        stream += "id:200\nevent:result\ndata:{\"last\":true}\r\n\r\n".utf8
        var tail = StreamTail()
        for start in Swift.stride(from: 0, to: stream.count, by: size) {
            tail.add(stream[start..<min(start + size, stream.count)].span.bytes)
        }
        #expect(tail.lastData.map { String(decoding: $0, as: UTF8.self) } == #"{"last":true}"#)
    }

    @Test(arguments: [#"{"type":"message_delta","usage":{"a":1}}"#, #"{"response":{"usage":{"a":1}}}"#])
    func prefersTheEventThatCounts(event: String) {
        var tail = StreamTail()
        tail.add(Array("data: {\"usage\":null}\n\ndata: \(event)\n\ndata: {\"type\":\"end\"}\n\n".utf8).span.bytes)
        #expect(tail.lastData.map { String(decoding: $0, as: UTF8.self) } == " " + event)
    }

    @Test func hasNothingWithoutEvents() {
        var tail = StreamTail()
        tail.add(Array(": ping\n\n".utf8).span.bytes)
        #expect(tail.lastData == nil)
    }

    @Test(arguments: [
        ("", true), ("data: a\n\n", true), ("data: a\r\n\r\n", true), ("data: a\n", false), ("data: a\n\ndata:", false),
    ])
    func knowsWhetherAnEventHasBegun(text: String, isBetween: Bool) {
        var tail = StreamTail()
        tail.add(Array(text.utf8).span.bytes)
        #expect(tail.isBetweenEvents == isBetween)
    }
}
