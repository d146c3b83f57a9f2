import Inference

/// The digest of a file, read piece by piece.
enum FileDigest {
    static func of(_ path: String, _ digest: any ContentDigest) throws(FileError) -> String {
        let reader = try MediaReader(path)
        var offset = 0
        while offset < reader.byteCount {
            let piece = reader.bytes(at: offset, count: 1 << 20)
            guard !piece.isEmpty else { throw FileError("read", path) }
            digest.add(piece)
            offset += piece.count
        }
        return digest.finish()
    }
}
