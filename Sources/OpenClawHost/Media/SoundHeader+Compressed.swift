extension SoundHeader {
    /// By the count of samples that the first block tells.
    static func flac(_ reader: borrowing MediaReader) -> Double? {
        guard let word = reader.big(at: 18, bytes: 7), let last = reader.big(at: 25, bytes: 1) else { return nil }
        // 20 bits of the rate, 8 of channels and depth, 36 of the count.
        let rate = word >> 36
        let count = (word & 0xFFF_FFFF) << 8 | last
        guard rate > 0, count > 0 else { return nil }
        return Double(count) / Double(rate)
    }

    /// By the position that the last page tells.
    static func ogg(_ reader: borrowing MediaReader) -> Double? {
        let first = reader.bytes(at: 0, count: 64)
        let isOpus = first.dropFirst(28).starts(with: "OpusHead".utf8)
        let isVorbis = first.dropFirst(29).starts(with: "vorbis".utf8)
        guard isOpus || isVorbis, let rate = isOpus ? 48_000 : reader.little(at: 40, bytes: 4), rate > 0 else {
            return nil
        }
        let tail = min(reader.byteCount, 128 << 10)
        let start = reader.byteCount - tail
        let bytes = reader.bytes(at: start, count: tail)
        var offset = bytes.count - 14
        while offset >= 0 {
            if bytes[offset] == 0x4F, bytes[offset...].starts(with: "OggS".utf8),
                let position = reader.little(at: start + offset + 6, bytes: 8), position > 0
            {
                return Double(position) / Double(rate)
            }
            offset -= 1
        }
        return nil
    }
}
