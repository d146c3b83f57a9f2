/// Silence in Opus, 20 milliseconds a packet, in Ogg pages.
struct OpusFile: Sendable {
    private static let samplesPerPacket = 960
    private static let packetsPerPage = 50
    private static let silence: [UInt8] = [0xF8, 0xFF, 0xFE]

    let seconds: Double

    func bytes() -> [UInt8] {
        var head = ByteWriter()
        head.text("OpusHead")
        head.bytes += [1, 1]
        head.little(312, 2)
        head.little(48_000, 4)
        head.zeros(3)
        var tags = ByteWriter()
        tags.text("OpusTags")
        tags.little(9, 4)
        tags.text("simulator")
        tags.little(0, 4)
        var bytes = Self.page([head.bytes], number: 0, flags: 2, position: 0)
        bytes += Self.page([tags.bytes], number: 1, flags: 0, position: 0)
        let count = max(1, Int((seconds * 50).rounded(.up)))
        var number = 2
        for start in stride(from: 0, to: count, by: Self.packetsPerPage) {
            let end = min(start + Self.packetsPerPage, count)
            let packets = Array(repeating: Self.silence, count: end - start)
            bytes += Self.page(
                packets, number: number, flags: end == count ? 4 : 0, position: end * Self.samplesPerPacket)
            number += 1
        }
        return bytes
    }

    private static func page(_ packets: [[UInt8]], number: Int, flags: UInt8, position: Int) -> [UInt8] {
        var writer = ByteWriter()
        writer.text("OggS")
        writer.bytes += [0, flags]
        writer.little(position, 8)
        writer.little(1, 4)
        writer.little(number, 4)
        writer.zeros(4)
        writer.bytes.append(UInt8(packets.count))
        for packet in packets { writer.bytes.append(UInt8(packet.count)) }
        for packet in packets { writer.bytes += packet }
        let sum = checksum(writer.bytes)
        for index in 0..<4 { writer.bytes[22 + index] = UInt8(sum >> (index * 8) & 0xFF) }
        return writer.bytes
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0
        for byte in bytes {
            sum ^= UInt32(byte) << 24
            for _ in 0..<8 { sum = sum & 0x8000_0000 != 0 ? sum << 1 ^ 0x04C1_1DB7 : sum << 1 }
        }
        return sum
    }
}
