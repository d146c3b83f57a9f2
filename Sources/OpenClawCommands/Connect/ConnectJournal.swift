import Inference
import OpenClawHost

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What `openclaw connect` has changed, with the bytes that stood there before, so that it can be undone exactly.
struct ConnectJournal {
    private let directory: String
    private var file: String { FilePathText.join(directory, "undo.json") }

    init(_ locations: ConfigurationLocations, client: String) {
        directory = FilePathText.join(locations.stateDirectory, "connect/\(client)")
    }

    /// A changed file.
    struct Entry {
        var path: String
        /// Where its old bytes are; `nil` when it did not exist.
        var backup: String?
        var mode: Int
        /// Names the bytes that we wrote.
        var hash: String
    }

    func entries() throws(InferenceError) -> [Entry] {
        guard let bytes = try Self.read(file), let value = try? JSONValue(parsing: bytes) else { return [] }
        return (value["files"]?.array ?? []).compactMap { entry in
            guard let path = entry["path"]?.string, let hash = entry["hash"]?.string else { return nil }
            return Entry(
                path: path, backup: entry["backup"]?.string, mode: entry["mode"]?.int ?? 0o600, hash: hash)
        }
    }

    /// Writes a file down before it is changed. Bytes that we have written ourselves are no state to go back to.
    func note(_ path: String, before: [UInt8]?, after: [UInt8]) throws(InferenceError) {
        var entries = try entries()
        let hash = ContentHash.text(of: after)
        if let index = entries.firstIndex(where: { $0.path == path }) {
            if before.map({ ContentHash.text(of: $0) }) == entries[index].hash {
                entries[index].hash = hash
                return try save(entries)
            }
            entries.remove(at: index)
        }
        var entry = Entry(path: path, backup: nil, mode: Self.mode(of: path), hash: hash)
        if let before {
            let backup = FilePathText.join(directory, "\(ContentHash.text(of: path.utf8)).before")
            try Self.write(before, to: backup)
            entry.backup = backup
        }
        try save(entries + [entry])
    }

    /// Puts every file back, byte for byte.
    ///
    /// - Returns: the paths.
    /// - Throws: `.invalidConfiguration` when one was changed since, before any is touched.
    func undo() throws(InferenceError) -> [String] {
        let entries = try entries()
        for entry in entries {
            guard let current = try Self.read(entry.path), ContentHash.text(of: current) == entry.hash else {
                throw InferenceError(
                    .invalidConfiguration, "\(entry.path) was changed since; nothing is undone",
                    hint: entry.backup.map { "diff '\($0)' '\(entry.path)'" } ?? "ls -l '\(entry.path)'")
            }
        }
        for entry in entries {
            if let backup = entry.backup, let bytes = try Self.read(backup) {
                try Self.write(bytes, to: entry.path, mode: entry.mode)
                unlink(backup)
            } else {
                unlink(entry.path)
            }
        }
        unlink(file)
        rmdir(directory)
        return entries.map(\.path)
    }

    private func save(_ entries: [Entry]) throws(InferenceError) {
        let files = entries.map { entry in
            JSONValue.members { object in
                object["path"] = .string(entry.path)
                object["backup"] = .text(entry.backup)
                object["mode"] = .int(entry.mode)
                object["hash"] = .string(entry.hash)
            }
        }
        try Self.write(Array((JSONText.pretty(["files": .array(files)]) + "\n").utf8), to: file)
    }

    private static func mode(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_mode & 0o777) : 0o600
    }

    static func read(_ path: String) throws(InferenceError) -> [UInt8]? {
        do throws(FileError) {
            return try FileContents.read(path, limit: 16 << 20)
        } catch {
            throw error.inferenceError
        }
    }

    static func write(_ bytes: [UInt8], to path: String, mode: Int = 0o600) throws(InferenceError) {
        do throws(FileError) {
            try AtomicFile(path, mode: UInt16(mode)).replace(with: bytes)
        } catch {
            throw error.inferenceError
        }
    }
}
