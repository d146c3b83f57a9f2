import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A line typed without echo. The terminal is restored however the reading ends; Ctrl-C included, which is why it is
/// read as a character here instead of killing the process with the echo off.
struct HiddenLine {
    let descriptor: Int32

    func read(_ next: () throws(InferenceError) -> UInt8?) throws(InferenceError) -> String? {
        var original = termios()
        guard tcgetattr(descriptor, &original) == 0 else {
            throw InferenceError(.invalidConfiguration, "the terminal does not let its echo be switched off")
        }
        var silent = original
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        guard tcsetattr(descriptor, TCSAFLUSH, &silent) == 0 else {
            throw InferenceError(.invalidConfiguration, "the terminal does not let its echo be switched off")
        }
        defer { _ = tcsetattr(descriptor, TCSAFLUSH, &original) }
        return try collect(next)
    }

    private func collect(_ next: () throws(InferenceError) -> UInt8?) throws(InferenceError) -> String? {
        var bytes: [UInt8] = []
        while let byte = try next() {
            switch byte {
            case 0x0A, 0x0D: return String(decoding: bytes, as: UTF8.self)
            case 0x03: throw InferenceError(.cancelled, "interrupted")
            case 0x04 where bytes.isEmpty: return nil
            case 0x08, 0x7F: _ = bytes.popLast()
            case 0x15: bytes.removeAll()
            default: bytes.append(byte)
            }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
