/// Keeps a copy of configuration files that could be read, beside them and for their owner only.
enum LastGoodCopy {
    /// Copies the files of a configuration without errors. A copy that cannot be written is no reason to fail.
    static func keep(_ configuration: Configuration) {
        guard configuration.errors.isEmpty else { return }
        for source in configuration.sources where source.syntaxError == nil {
            guard let bytes = source.bytes, source.document.root != nil, !holdsRedaction(bytes) else { continue }
            let path = source.path + ".last-good"
            if let old = try? FileContents.read(path), old == bytes { continue }
            try? AtomicFile(path).replace(with: bytes)
        }
    }

    /// A file into which redacted output was copied must not become the good copy.
    private static func holdsRedaction(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).suffix(behind: RedactedValue.placeholder) != nil
    }
}
