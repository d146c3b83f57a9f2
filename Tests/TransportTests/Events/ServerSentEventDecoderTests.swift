import Inference
import Testing

@testable import Transport

@Suite struct ServerSentEventDecoderTests {
    struct Seen: Equatable, CustomStringConvertible {
        var name = ""
        var id = ""
        var status: Int?
        var data: String

        var description: String { "(\(name)|\(id)|\(status ?? 0)|\(data))" }
    }

    /// Every kind of line, with LF as terminator and without the mark at the start.
    static let stream = """
        : welcome

        data: {"choices":[{"delta":{"content":"Grüße"}}]}

        id: 1
        event: result
        data:{"output":1}
        data:
        data:  two

        :keep-alive
        retry: 1500
        unknown: field
        data

        id:2
        event:error
        :HTTP_STATUS/429
        data:{"code":"Throttling"}

        event: forgotten

        status: 503 SERVICE
        data: late

        HTTP_STATUS/500 INTERNAL
        data: [DONE]


        """

    static let expected = [
        Seen(data: #"{"choices":[{"delta":{"content":"Grüße"}}]}"#),
        Seen(name: "result", id: "1", data: "{\"output\":1}\n\n two"),
        Seen(id: "1", data: ""),
        Seen(name: "error", id: "2", status: 429, data: #"{"code":"Throttling"}"#),
        Seen(id: "2", status: 503, data: "late"),
        Seen(id: "2", status: 500, data: "[DONE]"),
    ]

    static func decode(_ chunks: [ArraySlice<UInt8>], limit: Int = 1 << 20) throws(InferenceError) -> [Seen] {
        var decoder = ServerSentEventDecoder(limit: limit)
        var seen: [Seen] = []
        for chunk in chunks {
            try decoder.feed(Array(chunk).span.bytes) { event, data throws(InferenceError) in
                seen.append(Self.seen(event, data))
            }
        }
        try decoder.finish { event, data throws(InferenceError) in seen.append(Self.seen(event, data)) }
        return seen
    }

    static func seen(_ event: ServerSentEvent, _ data: RawSpan) -> Seen {
        Seen(
            name: String(decoding: event.name, as: UTF8.self), id: String(decoding: event.id, as: UTF8.self),
            status: event.status, data: data.withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
    }

    static func bytes(terminator: String, mark: Bool) -> [UInt8] {
        Array(
            ((mark ? "\u{FEFF}" : "")
                + stream.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: terminator)).utf8)
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [false, true])
    func givesTheSameEventsForEverySplit(terminator: String, mark: Bool) throws {
        let bytes = Self.bytes(terminator: terminator, mark: mark)
        #expect(try Self.decode([bytes[...]]) == Self.expected)
        for cut in bytes.indices {
            let seen = try Self.decode([bytes[..<cut], bytes[cut...]])
            guard seen == Self.expected else {
                Issue.record("cut at \(cut): \(seen)")
                return
            }
        }
    }

    @Test(arguments: ["\n", "\r\n", "\r"], [1, 2, 3, 7, 64])
    func givesTheSameEventsForEveryChunkSize(terminator: String, size: Int) throws {
        let bytes = Self.bytes(terminator: terminator, mark: true)
        let chunks = stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
        #expect(try Self.decode(chunks) == Self.expected)
    }

    @Test(arguments: [
        ("data: a", ["a"]),
        ("data: a\n", ["a"]),
        ("data: a\n\ndata", ["a", ""]),
        ("data\n\ndata\ndata\n\ndata:", ["", "\n", ""]),
        ("", []),
        ("\n\n\n", []),
        (":only a comment", []),
        ("event: x\nid: 7", []),
        ("data:a\r", ["a"]),
        ("data: a\r\n\r\n", ["a"]),
        ("data: a\r\rdata: b\n\r\n", ["a", "b"]),
        ("\u{FEFF}\ndata: a\n\n", ["a"]),
        ("data: \u{FEFF}\n\n\u{FEFF}data: not a field\n\n", ["\u{FEFF}"]),
        ("dataset: 1\n\ndat: 2\n\n", []),
        (":HTTP_STATUS/200\n\n", []),
        (":HTTP_STATUS/429\n\n", [""]),
        ("HTTP_STATUS/503", [""]),
    ])
    func deliversWhatTheStreamHolds(text: String, data: [String]) throws {
        #expect(try Self.decode([Array(text.utf8)[...]]).map(\.data) == data)
    }

    @Test func forgetsTheStatusAndKeepsTheId() throws {
        let text = "id: 9\nstatus: 429\ndata: a\n\ndata: b\n\nid: x\0y\ndata: c\n\nid:\ndata: d\n\n"
        let seen = try Self.decode([Array(text.utf8)[...]])
        #expect(seen.map(\.status) == [429, nil, nil, nil])
        #expect(seen.map(\.id) == ["9", "9", "9", ""])
    }

    @Test func handsCommentsOut() throws {
        var decoder = ServerSentEventDecoder()
        var comments: [String] = []
        for chunk in ["data: a\n:HTTP_", "STATUS/429\n: ping\n\n"] {
            try decoder.feed(
                Array(chunk.utf8).span.bytes,
                onComment: { (comment) throws(InferenceError) in
                    comments.append(comment.withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
                },
                { _, _ throws(InferenceError) in })
        }
        #expect(comments == ["HTTP_STATUS/429", " ping"])
    }

    @Test(arguments: [("1500", Duration.seconds(1.5)), ("15x", nil), ("", nil), ("99999999999", nil)])
    func readsTheReconnectionTime(value: String, time: Duration?) throws {
        var decoder = ServerSentEventDecoder()
        try decoder.feed(Array("retry:\(value)\n".utf8).span.bytes) { _, _ throws(InferenceError) in }
        #expect(decoder.reconnectionTime == time)
    }

    @Test func takesLinesOfEightMegabytes() throws {
        let line = Array("data:".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 8 << 20) + [10, 10]
        let chunks = stride(from: 0, to: line.count, by: 65_536).map { line[$0..<min($0 + 65_536, line.count)] }
        #expect(try Self.decode(chunks, limit: 16 << 20).map(\.data.utf8.count) == [8 << 20])
    }

    @Test(arguments: ["data:123456789012\n\n", "data:123456\ndata:123456\n\n", "data:1234567890"])
    func refusesEventsOverTheLimit(text: String) {
        for size in [1, 5, 64] {
            let bytes = Array(text.utf8)
            let chunks = stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
            #expect {
                _ = try Self.decode(chunks, limit: 10)
            } throws: {
                ($0 as? InferenceError)?.code == .malformedResponse
            }
        }
    }

    @Test func survivesAReaderThatThrows() throws {
        var decoder = ServerSentEventDecoder()
        let failure = InferenceError(.unavailable, "stopped by the reader")
        #expect(throws: failure) {
            try decoder.feed(Array("data: a\n\ndata: b\n\n".utf8).span.bytes) { _, _ throws(InferenceError) in
                throw failure
            }
        }
        var data: [String] = []
        try decoder.feed(Array("data: c\n\n".utf8).span.bytes) { event, span throws(InferenceError) in
            data.append(Self.seen(event, span).data)
        }
        #expect(data == ["c"])
    }

    @Test func comparesNamesWithoutAString() {
        #expect(ServerSentEvent(name: Array("error".utf8)).isNamed("error"))
        #expect(!ServerSentEvent(name: Array("errors".utf8)).isNamed("error"))
        #expect(ServerSentEvent().isNamed(""))
    }
}
