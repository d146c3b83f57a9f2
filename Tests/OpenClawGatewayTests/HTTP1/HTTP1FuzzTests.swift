import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import OpenClawGateway

/// Mutated requests, read by us and by NIOHTTP1: whatever we accept it accepts in the same way, and how the bytes were cut makes
/// no difference.
@Suite struct HTTP1FuzzTests {
    private static let seeds = [
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost:1\r\nAuthorization: Bearer x\r\nContent-Length: 5\r\n\r\nhello",
        "POST /a?b=c HTTP/1.1\r\nhost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1;e=f\r\n!\r\n0\r\nt: v\r\n\r\n",
        "GET / HTTP/1.1\r\nhost: h\r\nconnection: keep-alive\r\n\r\nGET /2 HTTP/1.1\r\nhost: h\r\n\r\n",
        "GET http://h/x HTTP/1.1\r\nhost: h\r\nexpect: 100-continue\r\ncontent-length: 0\r\n\r\n",
        "POST / HTTP/1.0\r\nhost: h\r\ncontent-length: 3\r\n\r\nabc",
    ].map { Array($0.utf8) }

    private static let pieces = [
        "\r\n", "\n", "\r", " ", "\t", "\0", ":", ";", ",", "content-length: 3\r\n", "transfer-encoding: chunked\r\n",
        "Transfer-Encoding: identity\r\n", "host: g\r\n", "0\r\n\r\n", "1\r\n", "a", "F", "-", "HTTP/1.1", "\u{80}",
        "\r\n x",
    ].map { Array($0.utf8) }

    @Test func acceptsNothingThatNIOReadsDifferently() throws {
        var generator = SplitMix(seed: 20_261_123)
        var accepted = 0
        for round in 0..<30_000 {
            let bytes = Self.mutant(&generator)
            let ours = RequestTranscript(bytes)
            let theirs = Self.readByNIO(bytes)
            accepted += ours.requests.isEmpty ? 0 : 1
            let same = zip(ours.requests, theirs).prefix { $0.method == $1.method && $0.body == $1.body }.count
            try #require(
                same == ours.requests.count,
                "round \(round): \(String(decoding: bytes, as: UTF8.self).debugDescription) \(ours) \(theirs)")
        }
        // Otherwise the test would show nothing.
        #expect(accepted > 3000)
    }

    @Test func readsTheSameHoweverTheBytesAreCut() throws {
        var generator = SplitMix(seed: 7)
        let samples = Self.seeds + (0..<300).map { _ in Self.mutant(&generator) }
        for bytes in samples {
            let whole = RequestTranscript(bytes)
            let single = RequestTranscript(pieces: bytes.map { [$0] })
            try #require(whole.requests == single.requests && whole.refusal == single.refusal)
            for cut in bytes.indices {
                let transcript = RequestTranscript(pieces: [Array(bytes[..<cut]), Array(bytes[cut...])])
                try #require(transcript == whole, "cut at \(cut): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    private static func mutant(_ generator: inout SplitMix) -> [UInt8] {
        var bytes = seeds.randomElement(using: &generator) ?? []
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let position = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: position)
            case 1: bytes.removeSubrange(position..<min(bytes.count, position + 2))
            case 2 where position < bytes.count: bytes[position] = .random(in: 0...255, using: &generator)
            case 3 where position < bytes.count: bytes[position] ^= UInt8(1) << Int.random(in: 0...7, using: &generator)
            default: bytes.insert(contentsOf: bytes[position..<min(bytes.count, position + 20)], at: position)
            }
        }
        return bytes
    }

    private static func readByNIO(_ bytes: [UInt8]) -> [RequestTranscript.Request] {
        let channel = EmbeddedChannel()
        defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
        var decoder = NIOHTTPDecoderLimitConfiguration()
        decoder.maxHeaderListSize = 64 * 1024
        try? channel.pipeline.syncOperations.addHandler(
            ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: decoder)))
        _ = try? channel.writeInbound(ByteBuffer(bytes: bytes))
        var requests: [RequestTranscript.Request] = []
        var current: RequestTranscript.Request?
        while let part = try? channel.readInbound(as: HTTPServerRequestPart.self) {
            switch part {
            case .head(let head): current = .init(method: head.method.rawValue, target: head.uri, body: [])
            case .body(let body): current?.body += body.readableBytesView
            case .end:
                if let current { requests.append(current) }
                current = nil
            }
        }
        return requests
    }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
