/// A PNG of two colours in horizontal stripes, as large as was asked for and only a few kilobytes long.
struct PictureRecipe: Sendable {
    let size: PixelSize
    /// Decides the colours and the width of the stripes.
    let salt: String

    func bytes() -> [UInt8] {
        var generator = SeededGenerator(seed: 0, salt: salt)
        var writer = ByteWriter()
        writer.bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        Self.chunk("IHDR", to: &writer) {
            $0.big(size.width, 4)
            $0.big(size.height, 4)
            $0.bytes += [1, 3, 0, 0, 0]  // one bit into a palette
        }
        Self.chunk("PLTE", to: &writer) { chunk in
            for _ in 0..<6 { chunk.bytes.append(UInt8.random(in: 0...255, using: &generator)) }
        }
        let stripe = Int.random(in: 16...128, using: &generator)
        Self.chunk("IDAT", to: &writer) { $0.bytes += image(stripe: stripe) }
        Self.chunk("IEND", to: &writer) { _ in }
        return writer.bytes
    }

    /// Rows in a zlib stream of fixed codes: a byte, then repetitions of it.
    private func image(stripe: Int) -> [UInt8] {
        var stream = FixedDeflate()
        let width = (size.width + 7) / 8
        for row in 0..<size.height {
            stream.run(0, 1)
            stream.run(row / stripe % 2 == 0 ? 0x00 : 0xFF, width)
        }
        return stream.finished()
    }

    private static func chunk(_ type: String, to writer: inout ByteWriter, _ body: (inout ByteWriter) -> Void) {
        var content = ByteWriter()
        content.text(type)
        body(&content)
        writer.big(content.bytes.count - 4, 4)
        writer.bytes += content.bytes
        writer.big(Int(Checksum.crc32(content.bytes)), 4)
    }
}
