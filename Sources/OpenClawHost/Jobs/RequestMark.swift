package import Inference

/// By what a client's request is recognised when it comes again: clients repeat what they got no answer to, and a generation must
/// not be paid twice for it.
package struct RequestMark: Hashable, Sendable {
    /// Of who asks for what, or of the name that the client gave its request.
    package var digest: String
    /// For how many seconds an earlier request counts as the same one; `nil` when the client does not say that it repeats itself.
    package var validity: Double?

    /// - Parameters:
    ///   - parts: what tells the request from others, the client among it.
    ///   - files: paths; of large ones the ends are looked at.
    package init(
        _ parts: [[UInt8]], files: [String], validity: Double?, digest: any ContentDigest
    ) throws(InferenceError) {
        for part in parts {
            digest.add(Array("\(part.count):".utf8))
            digest.add(part)
        }
        for path in files {
            do throws(FileError) {
                let reader = try MediaReader(path)
                digest.add(Array("\(reader.byteCount):".utf8))
                digest.add(reader.bytes(at: 0, count: Self.end))
                digest.add(reader.bytes(at: max(Self.end, reader.byteCount - Self.end), count: Self.end))
            } catch {
                throw error.inferenceError
            }
        }
        self.digest = digest.finish()
        self.validity = validity
    }

    private static let end = 1 << 18
}
