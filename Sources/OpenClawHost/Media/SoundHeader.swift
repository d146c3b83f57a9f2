/// The lengths of sounds, from their headers.
enum SoundHeader {
    static func wave(_ reader: borrowing MediaReader) -> Double? {
        var offset = 12
        var rate: Int?
        for _ in 0..<1000 {
            guard let length = reader.little(at: offset + 4, bytes: 4) else { return nil }
            switch reader.text(at: offset, count: 4) {
            case "fmt ": rate = reader.little(at: offset + 16, bytes: 4)
            case "data":
                guard let rate, rate > 0 else { return nil }
                // Whoever wrote a stream did not know the length.
                return Double(min(length, reader.byteCount - offset - 8)) / Double(rate)
            default: break
            }
            offset += 8 + length + length % 2
        }
        return nil
    }

    /// By the count of frames where the first one tells it, else by the rate of the first one.
    static func mpeg(_ reader: borrowing MediaReader) -> Double? {
        var offset = 0
        if reader.text(at: 0, count: 3) == "ID3" {
            let size = reader.bytes(at: 6, count: 4).reduce(0) { $0 << 7 | Int($1 & 0x7F) }
            offset = 10 + size
        }
        guard
            let start = (offset..<offset + 8192).first(where: {
                reader.big(at: $0, bytes: 2).map { $0 & 0xFFE0 == 0xFFE0 } ?? false
            }),
            let head = reader.big(at: start, bytes: 4)
        else { return nil }
        let version = head >> 19 & 3
        let rates = [3: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 0: [11_025, 12_000, 8_000]]
        let place = head >> 10 & 3
        guard head >> 17 & 3 == 1, let row = rates[version], place < 3 else { return nil }
        let samples = version == 3 ? 1152 : 576
        let isMono = head >> 6 & 3 == 3
        let side = version == 3 ? (isMono ? 17 : 32) : (isMono ? 9 : 17)
        let mark = start + 4 + side
        if ["Xing", "Info"].contains(reader.text(at: mark, count: 4)),
            reader.big(at: mark + 4, bytes: 4).map({ $0 & 1 }) == 1,
            let frames = reader.big(at: mark + 8, bytes: 4)
        {
            return Double(frames * samples) / Double(row[place])
        }
        let kilobits =
            version == 3
            ? [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
            : [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
        let index = head >> 12 & 15
        guard index > 0, index < 15 else { return nil }
        return Double((reader.byteCount - start) * 8) / Double(kilobits[index] * 1000)
    }
}
