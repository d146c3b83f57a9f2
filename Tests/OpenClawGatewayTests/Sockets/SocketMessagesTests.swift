import NIOCore
import Testing

@testable import OpenClawGateway

@Suite struct SocketMessagesTests {
    /// One frame as RFC 6455 writes it, masked when there is a mask.
    private func frame(_ kind: UInt8, _ text: String, isLast: Bool = true, mask: [UInt8] = []) -> [UInt8] {
        let payload = Array(text.utf8)
        var bytes = [kind | (isLast ? 0x80 : 0)]
        let bit: UInt8 = mask.isEmpty ? 0 : 0x80
        switch payload.count {
        case ..<126: bytes.append(UInt8(payload.count) | bit)
        case ..<65_536: bytes += [126 | bit, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
        default: bytes += [127 | bit] + (0..<8).reversed().map { UInt8(payload.count >> ($0 * 8) & 0xFF) }
        }
        bytes += mask
        return bytes + payload.enumerated().map { mask.isEmpty ? $1 : $1 ^ mask[$0 & 3] }
    }

    private func texts(_ bytes: [UInt8], pieces: Int, limit: Int = 1 << 20) throws -> [String?] {
        var reader = SocketMessages(limit: limit)
        var found: [String?] = []
        for start in Swift.stride(from: 0, to: bytes.count, by: pieces) {
            try Array(bytes[start..<min(start + pieces, bytes.count)]).withUnsafeBytes { piece in
                found += try reader.read(piece).map { $0.map { String(decoding: $0, as: UTF8.self) } }
            }
        }
        #expect(reader.isBetweenFrames)
        return found
    }

    @Test(arguments: [1, 3, 7, 1000, 1 << 20])
    func readsTextsHoweverTheyAreCut(pieces: Int) throws {
        let long = String(repeating: "ab", count: 40_000)
        let mask: [UInt8] = [1, 2, 3, 250]
        var bytes = frame(1, "one", mask: mask) + frame(2, "sound") + frame(1, "two-", isLast: false)
        bytes += frame(9, "ping") + frame(0, "three", mask: mask) + frame(1, "") + frame(1, long, mask: mask)
        bytes += frame(2, "so", isLast: false) + frame(0, "und") + frame(1, String(repeating: "c", count: 200))
        let expected = ["one", "two-three", "", long, String(repeating: "c", count: 200)]
        #expect(try texts(bytes, pieces: pieces) == expected)
    }

    @Test func tellsWhatIsTooLong() throws {
        let bytes = frame(1, "12345") + frame(1, "123456") + frame(1, "123", isLast: false) + frame(0, "4567")
        #expect(try texts(bytes + frame(1, "ok"), pieces: 4, limit: 5) == ["12345", nil, nil, "ok"])
    }

    @Test func refusesWhatAnExtensionPacked() {
        #expect(throws: SocketMessages.Unreadable.self) { try texts(frame(0x41, "x"), pieces: 10) }
    }

    @Test func knowsWhereTheLastFrameEnds() throws {
        var reader = SocketMessages(limit: 100)
        let whole = frame(1, "one") + frame(1, "two")
        let bytes = whole + frame(1, "three").prefix(4)
        _ = try bytes.withUnsafeBytes { try reader.read($0) }
        #expect(reader.boundary == whole.count && !reader.isBetweenFrames)
    }

    @Test func saysFarewellInOneFrame() {
        let frame = SocketMessages.farewell(String(repeating: "é-", count: 100))
        #expect(Array(frame.readableBytesView.prefix(4)) == [0x88, 102, 0x03, 0xF0] && frame.readableBytes == 104)
    }
}
