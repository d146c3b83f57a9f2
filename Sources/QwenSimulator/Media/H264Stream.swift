/// A video of one colour in H.264 Baseline: one intra picture, whose first macroblock carries the colour and whose others
/// take it over, then pictures in which every macroblock is skipped.
struct H264Stream {
    let size: PixelSize
    /// How far luma and the two chroma planes are from grey, in coefficient levels of at least 2.
    let luma: Int
    let blue: Int
    let red: Int

    private var columns: Int { (size.width + 15) / 16 }
    private var rows: Int { (size.height + 15) / 16 }

    /// The sequence parameters, without a start code or length.
    var sequenceParameters: [UInt8] {
        var writer = BitWriter()
        writer.unsigned(0)
        writer.unsigned(0)  // frame numbers of four bits
        writer.unsigned(2)  // output order is decoding order
        writer.unsigned(1)
        writer.bit(0)
        writer.unsigned(columns - 1)
        writer.unsigned(rows - 1)
        writer.bit(1)
        writer.bit(1)
        let right = (columns * 16 - size.width) / 2
        let bottom = (rows * 16 - size.height) / 2
        writer.bit(right + bottom > 0 ? 1 : 0)
        if right + bottom > 0 {
            for edge in [0, right, 0, bottom] { writer.unsigned(edge) }
        }
        writer.bit(0)
        writer.stop()
        return [0x67] + Self.escaped([66, 0xC0, level] + writer.bytes)
    }

    var pictureParameters: [UInt8] {
        var writer = BitWriter()
        writer.unsigned(0)
        writer.unsigned(0)
        writer.bits(0, 2)
        for _ in 0..<3 { writer.unsigned(0) }
        writer.bits(0, 3)
        for _ in 0..<3 { writer.signed(0) }
        writer.bits(0b100, 3)  // the deblocking filter can be switched off
        writer.stop()
        return [0x68] + Self.escaped(writer.bytes)
    }

    var level: UInt8 {
        switch columns * rows {
        case ...1620: 30
        case ...3600: 31
        case ...8192: 40
        default: 51
        }
    }

    func firstPicture() -> [UInt8] {
        var writer = BitWriter()
        sliceHeader(7, number: 0, &writer)
        writer.unsigned(0)
        writer.bits(0, 2)
        endOfHeader(&writer)
        writer.unsigned(7)  // 16 by 16, mean of the neighbours, chroma means follow
        writer.unsigned(0)
        writer.signed(0)
        coefficient(luma, token: 0b000101, &writer)
        coefficient(blue, token: 0b000111, &writer)
        coefficient(red, token: 0b000111, &writer)
        for _ in 1..<(columns * rows) {
            writer.unsigned(3)  // the same without any coefficient
            writer.unsigned(0)
            writer.signed(0)
            writer.bit(1)
        }
        writer.stop()
        return [0x65] + Self.escaped(writer.bytes)
    }

    func skippedPicture(_ number: Int) -> [UInt8] {
        var writer = BitWriter()
        sliceHeader(5, number: number, &writer)
        writer.bits(0, 2)
        writer.bit(0)
        endOfHeader(&writer)
        writer.unsigned(columns * rows)
        writer.stop()
        return [0x41] + Self.escaped(writer.bytes)
    }

    private func sliceHeader(_ type: Int, number: Int, _ writer: inout BitWriter) {
        writer.unsigned(0)
        writer.unsigned(type)
        writer.unsigned(0)
        writer.bits(number % 16, 4)
    }

    private func endOfHeader(_ writer: inout BitWriter) {
        writer.signed(0)
        writer.unsigned(1)
    }

    /// One coefficient, its token six bits long, no trailing one, no zeros before it.
    private func coefficient(_ level: Int, token: Int, _ writer: inout BitWriter) {
        writer.bits(token, 6)
        let code = (level > 0 ? 2 * level - 2 : -2 * level - 1) - 2
        if code < 14 {
            writer.bits(1, code + 1)
        } else if code < 30 {
            writer.bits(1, 15)
            writer.bits(code - 14, 4)
        } else {
            writer.bits(1, 16)
            writer.bits(code - 30, 12)
        }
        writer.bit(1)
    }

    /// Two zeros must not be followed by a small byte inside of a unit.
    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        var escaped: [UInt8] = []
        var zeros = 0
        for byte in bytes {
            if zeros >= 2, byte <= 3 {
                escaped.append(3)
                zeros = 0
            }
            escaped.append(byte)
            zeros = byte == 0 ? zeros + 1 : 0
        }
        return escaped
    }
}
