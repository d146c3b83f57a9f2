import NIOCore

/// Writes heads. Values that could end a line are cleaned first, whoever wrote them.
extension ByteBuffer {
    /// - Parameter size: at least the bytes of the head.
    mutating func writeHead(_ size: Int, _ body: (inout HeadText) -> Void) {
        writeWithUnsafeMutableBytes(minimumWritableBytes: size) { memory in
            var text = HeadText(memory)
            body(&text)
            return text.count
        }
    }

    mutating func writeField(_ name: StaticString, _ value: String) {
        writeHead(name.utf8CodeUnitCount + value.utf8.count + HeadText.framing) { $0.addField(name, value) }
    }

    mutating func writeField(named name: String, _ value: String) {
        writeHead(name.utf8.count + value.utf8.count + HeadText.framing) { $0.addField(named: name, value) }
    }

    mutating func writeNumber(_ number: Int) {
        writeHead(HeadText.number) { $0.add(number) }
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
}
