package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file operation that the system refused: what was tried, on which path, and why.
package struct FileError: Error, Hashable, Sendable {
    /// What was tried, as a verb: "read", "write", "lock".
    package var operation: String
    package var path: String
    /// The system's error number.
    package var number: Int32
    /// The reason when it is ours and not the system's.
    package var reason: String?

    package init(_ operation: String, _ path: String, number: Int32 = errno, reason: String? = nil) {
        self.operation = operation
        self.path = path
        self.number = number
        self.reason = reason
    }

    /// Whether another process held the lock for too long.
    package var isBusy: Bool { number == EWOULDBLOCK }

    /// The error as surfaces show it.
    package var inferenceError: InferenceError {
        InferenceError(.invalidConfiguration, description, hint: hint)
    }

    private var hint: String? {
        switch number {
        case EACCES, EPERM: "ls -ld '\(path)'"
        case ENOSPC, EDQUOT: "df -h '\(path)'"
        default: nil
        }
    }
}

extension FileError: CustomStringConvertible {
    package var description: String {
        "cannot \(operation) \(path): \(reason ?? String(cString: strerror(number)).lowercased())"
    }
}
