package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard input of the process.
package struct StandardInput: CommandInput {
    package init() {}

    package var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    package func readToEnd(limit: Int) throws(InferenceError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try readChunk(upTo: 64 * 1024) {
            bytes.append(contentsOf: chunk)
            guard bytes.count <= limit else {
                throw InferenceError(
                    .invalidConfiguration, "standard input holds more than the limit of \(limit) bytes")
            }
        }
        return bytes
    }

    package func readLine(hidden: Bool) throws(InferenceError) -> String? {
        guard hidden, isTerminal else { return try readVisibleLine() }
        return try HiddenLine(descriptor: STDIN_FILENO).read { () throws(InferenceError) in
            try readChunk(upTo: 1)?.first
        }
    }

    private func readVisibleLine() throws(InferenceError) -> String? {
        var bytes: [UInt8] = []
        while let byte = try readChunk(upTo: 1)?.first {
            if byte == UInt8(ascii: "\n") { return line(bytes) }
            bytes.append(byte)
        }
        return bytes.isEmpty ? nil : line(bytes)
    }

    private func line(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    private func readChunk(upTo limit: Int) throws(InferenceError) -> [UInt8]? {
        while true {
            var failure: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                let result = read(STDIN_FILENO, buffer.baseAddress, limit)
                failure = result < 0 ? errno : 0
                count = max(0, result)
            }
            if failure == 0 { return chunk.isEmpty ? nil : chunk }
            guard failure == EINTR else {
                throw InferenceError(.invalidConfiguration, "standard input cannot be read (error \(failure))")
            }
        }
    }
}
