import Inference

/// Length and size of clips, from the boxes of their headers.
enum MovieHeader {
    static func facts(_ reader: borrowing MediaReader) -> (size: PixelSize?, seconds: Double?) {
        guard let movie = box("moov", in: 0..<reader.byteCount, reader) else { return (nil, nil) }
        let seconds = box("mvhd", in: movie, reader).flatMap { length($0.lowerBound, reader) }
        var place = movie.lowerBound
        while let track = box("trak", in: place..<movie.upperBound, reader) {
            if let header = box("tkhd", in: track, reader), let size = size(header, reader) { return (size, seconds) }
            place = track.upperBound
        }
        return (nil, seconds)
    }

    /// The content of the first box of a name.
    private static func box(
        _ name: String, in range: Range<Int>, _ reader: borrowing MediaReader
    ) -> Range<Int>? {
        var offset = range.lowerBound
        for _ in 0..<10_000 {
            guard offset + 8 <= range.upperBound, var length = reader.big(at: offset, bytes: 4) else { return nil }
            var head = 8
            if length == 1 {
                guard let large = reader.big(at: offset + 8, bytes: 8) else { return nil }
                (length, head) = (large, 16)
            }
            if length == 0 { length = range.upperBound - offset }
            guard length >= head, length <= range.upperBound - offset else { return nil }
            if reader.text(at: offset + 4, count: 4) == name { return offset + head..<offset + length }
            offset += length
        }
        return nil
    }

    private static func length(_ offset: Int, _ reader: borrowing MediaReader) -> Double? {
        let isLong = reader.big(at: offset, bytes: 1) == 1
        guard let scale = reader.big(at: offset + (isLong ? 20 : 12), bytes: 4), scale > 0,
            let count = reader.big(at: offset + (isLong ? 24 : 16), bytes: isLong ? 8 : 4)
        else { return nil }
        return Double(count) / Double(scale)
    }

    /// Sound tracks have no size.
    private static func size(_ header: Range<Int>, _ reader: borrowing MediaReader) -> PixelSize? {
        guard header.count >= 84, let width = reader.big(at: header.upperBound - 8, bytes: 4),
            let height = reader.big(at: header.upperBound - 4, bytes: 4), width >> 16 > 0, height >> 16 > 0
        else { return nil }
        return PixelSize(width: width >> 16, height: height >> 16)
    }
}
