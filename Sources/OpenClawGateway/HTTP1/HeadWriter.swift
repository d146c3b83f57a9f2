import NIOCore

/// Writes the lines of a head. Values that could end a line are cleaned first, whoever wrote them.
extension ByteBuffer {
    mutating func writeField(_ name: StaticString, _ value: String) {
        writeStaticString(name)
        writeStaticString(": ")
        writeFieldValue(value)
        writeStaticString("\r\n")
    }

    mutating func writeField(named name: String, _ value: String) {
        guard !name.isEmpty, name.utf8.allSatisfy(ByteClass.isToken) else { return }
        writeString(name)
        writeStaticString(": ")
        writeFieldValue(value)
        writeStaticString("\r\n")
    }

    /// The text of a value with everything outside of visible ASCII replaced.
    private mutating func writeFieldValue(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            if Self.isPlain(bytes) {
                writeBytes(bytes)
            } else {
                writeBytes(utf8.map { Self.isPlain($0) ? $0 : UInt8(ascii: "?") })
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
