import Inference
import Testing

@testable import Transport

/// Random streams, cut at random, against a decoder that looks at the whole text and takes its time.
@Suite struct ServerSentEventDecoderPropertyTests {
    private typealias Seen = ServerSentEventDecoderTests.Seen

    private static let pieces = [
        "data", "data:", "data: ", ":", "event:", "event: x", "id:", "id:7", "retry:5", "status:429", "HTTP_STATUS/503",
        ":HTTP_STATUS/429", "\n", "\n", "\n\n", "\r", "\r\n", "\r\r\n", " ", "{}", "ä", "\u{FEFF}", "\0", "x",
    ]

    @Test(arguments: 1...200)
    func agreesWithTheSlowDecoder(seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed))
        for _ in 0..<20 {
            let text = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
                Self.pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let bytes = Array(text.utf8)
            let cuts = (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
                Int.random(in: 0...bytes.count, using: &generator)
            }
            let bounds = [0] + cuts.sorted() + [bytes.count]
            let chunks = zip(bounds, bounds.dropFirst()).map { bytes[$0..<$1] }
            #expect(try ServerSentEventDecoderTests.decode(chunks) == Self.decode(bytes), "\(text.debugDescription)")
        }
    }

    /// The rules of WHATWG section 9.2.6, line by line, and our three leniencies.
    private static func decode(_ bytes: [UInt8]) -> [Seen] {
        var seen: [Seen] = []
        var event = Seen(data: "")
        var data: [String] = []
        for line in lines(of: bytes) + [""] {
            if line.isEmpty {
                event.data = data.joined(separator: "\n")
                if !data.isEmpty || (event.status ?? 0) >= 400 { seen.append(event) }
                event = Seen(id: event.id, data: "")
                data = []
                continue
            }
            let unicode = line.unicodeScalars
            let colon = unicode.firstIndex(of: ":") ?? unicode.endIndex
            let name = String(unicode[..<colon])
            var value = unicode[colon...].dropFirst()
            if value.first == " " { value = value.dropFirst() }
            let text = String(value)
            let status = name.isEmpty ? text : name == "status" ? "HTTP_STATUS/" + text : line
            switch name {
            case "data": data.append(text)
            case "event": event.name = text
            case "id": if !text.unicodeScalars.contains("\0") { event.id = text }
            default:
                guard status.utf8.starts(with: "HTTP_STATUS/".utf8) else { continue }
                let digits = String(decoding: status.utf8.dropFirst(12).prefix { $0.isDigit }, as: UTF8.self)
                if digits.utf8.count == 3 { event.status = Int(digits) }
            }
        }
        return seen
    }

    private static func lines(of bytes: [UInt8]) -> [String] {
        var text = String.UnicodeScalarView(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        if text.first == "\u{FEFF}" { text.removeFirst() }
        var lines: [String.UnicodeScalarView] = [.init()]
        var afterReturn = false
        for scalar in text {
            if scalar == "\n" && afterReturn {
                afterReturn = false
                continue
            }
            afterReturn = scalar == "\r"
            if scalar == "\n" || scalar == "\r" {
                lines.append(.init())
            } else {
                lines[lines.count - 1].append(scalar)
            }
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { String($0) }
    }
}

/// A small generator with a seed, so that a failure can be repeated.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
