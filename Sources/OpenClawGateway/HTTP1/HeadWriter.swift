import NIOCore

/// Writes the lines of a head. Values that could end a line are cleaned first, whoever wrote them.
extension ByteBuffer {
    mutating func writeField(_ name: StaticString, _ value: String) {
        writeLine(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), value)
    }

    mutating func writeField(named name: String, _ value: String) {
        var name = name
        name.withUTF8 { name in
            guard !name.isEmpty, name.allSatisfy(ByteClass.isToken) else { return }
            writeLine(name, value)
        }
    }

    /// One write for a line, because every write to a buffer has checks of its own. Bytes of the value outside of visible
    /// ASCII are replaced.
    private mutating func writeLine(_ name: UnsafeBufferPointer<UInt8>, _ value: String) {
        var value = value
        value.withUTF8 { value in
            let length = name.count + value.count + 4
            writeWithUnsafeMutableBytes(minimumWritableBytes: length) { line in
                line.copyBytes(from: name)
                (line[name.count], line[name.count + 1]) = (UInt8(ascii: ":"), UInt8(ascii: " "))
                let text = UnsafeMutableRawBufferPointer(rebasing: line[(name.count + 2)..<(length - 2)])
                if Self.isPlain(UnsafeRawBufferPointer(value)) {
                    text.copyBytes(from: value)
                } else {
                    text.copyBytes(from: value.lazy.map { Self.isPlain($0) ? $0 : UInt8(ascii: "?") })
                }
                (line[length - 2], line[length - 1]) = (0x0D, 0x0A)
                return length
            }
        }
    }

    /// Eight bytes at a time: taking 0x20 from a byte borrows when it is less, adding 1 to 0x7F sets its highest bit. Borrows
    /// make false marks only above a true one.
    private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var offset = 0
        while offset &+ 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            guard (word | (word &- ones &* 0x20) | (word &+ ones)) & highs == 0 else {
                return bytes[offset...].allSatisfy(isPlain)
            }
            offset &+= 8
        }
        return bytes[offset...].allSatisfy(isPlain)
    }

    mutating func writeNumber(_ number: Int) {
        guard number >= 10 else {
            writeInteger(UInt8(truncatingIfNeeded: 0x30 + number))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var (rest, start) = (number, 20)
            while rest > 0 {
                start -= 1
                digits[start] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
                rest /= 10
            }
            writeBytes(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(digits)[start...]))
        }
    }

    /// The line in front of a chunk.
    mutating func writeChunkSize(_ size: Int) {
        var shift = 60
        while shift > 0, size >> shift == 0 { shift -= 4 }
        while shift >= 0 {
            let digit = UInt8(truncatingIfNeeded: (size >> shift) & 0xF)
            writeInteger(digit < 10 ? 0x30 + digit : 0x57 + digit)
            shift -= 4
        }
        writeStaticString("\r\n")
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }
}
