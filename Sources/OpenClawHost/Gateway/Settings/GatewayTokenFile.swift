package import Inference

/// The gateway's own token: 256 random bits in a file that only its owner reads.
package struct GatewayTokenFile: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// The token of the file; `nil` when there is none.
    ///
    /// - Throws: `.gatewayConfiguration` when the file cannot be read.
    package func read() throws(InferenceError) -> Secret? {
        do throws(FileError) {
            let text = try FileContents.read(path, limit: 4096).map { String(decoding: $0, as: UTF8.self) }
            return text.map { Secret($0) }.flatMap { $0.isEmpty ? nil : $0 }
        } catch {
            throw InferenceError(.gatewayConfiguration, error.description, hint: error.inferenceError.hint)
        }
    }

    /// The token of the file, which is written when there is none. Processes that start together get the same one.
    package func readOrCreate() throws(InferenceError) -> Secret {
        if let secret = try read() { return secret }
        do {
            return try FileLock(protecting: path).withLock {
                if let secret = try read() { return secret }
                return try replace()
            }
        } catch let error as InferenceError {
            throw error
        } catch {
            throw InferenceError(.gatewayConfiguration, "cannot write \(path): \(error)")
        }
    }

    /// Writes a new token. The old one is refused from the next start or reload on.
    package func replace() throws(InferenceError) -> Secret {
        let secret = Secret(RandomText.hexadecimal(bytes: 32))
        do throws(FileError) {
            try AtomicFile(path).replace(with: Array((secret.expose() + "\n").utf8))
        } catch {
            throw InferenceError(.gatewayConfiguration, error.description, hint: error.inferenceError.hint)
        }
        return secret
    }
}
