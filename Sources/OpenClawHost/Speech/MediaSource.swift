/// A file that is read while it grows. It stays readable when it gets another name.
struct MediaSource: Sendable {
    private let descriptor: SharedDescriptor

    init(_ path: String) throws(FileError) { descriptor = try SharedDescriptor(path) }

    /// As many bytes as there are at a place, at most `count`.
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = bytes.withUnsafeMutableBytes { descriptor.read($0, at: offset) }
        return got > 0 ? Array(bytes.prefix(got)) : []
    }
}
