/// A gzip file of stored blocks.
enum GzipFile {
    private static let block = 65_535

    static func bytes(_ content: [UInt8]) -> [UInt8] {
        var writer = ByteWriter()
        writer.bytes = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var position = 0
        repeat {
            let next = min(content.count, position + block)
            writer.bytes.append(next == content.count ? 1 : 0)
            writer.little(next - position, 2)
            writer.little(~(next - position) & 0xFFFF, 2)
            writer.bytes += content[position..<next]
            position = next
        } while position < content.count
        writer.little(Int(Checksum.crc32(content)), 4)
        writer.little(content.count, 4)
        return writer.bytes
    }
}
