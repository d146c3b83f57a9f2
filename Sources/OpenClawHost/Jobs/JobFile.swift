/// A result on this machine.
package struct JobFile: Hashable, Sendable, Codable {
    /// Absolute.
    package var path: String
    package var mediaType: String
    package var byteCount: Int
    /// SHA-256 in hexadecimal.
    package var digest: String

    package init(path: String, mediaType: String, byteCount: Int, digest: String) {
        self.path = path
        self.mediaType = mediaType
        self.byteCount = byteCount
        self.digest = digest
    }
}
