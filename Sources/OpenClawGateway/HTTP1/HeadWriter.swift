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

    /// Writes a chunk of a body with its framing.
    mutating func writeChunk(_ bytes: UnsafeRawBufferPointer) {
        writeHead(bytes.count + HeadText.number + HeadText.framing) { text in
            text.add(hexadecimal: bytes.count)
            text.add("\r\n")
            text.add(bytes)
            text.add("\r\n")
        }
    }
}
