/// A configuration file as it was read.
package struct ConfigurationSource: Hashable, Sendable {
    /// The path as it was asked for.
    package var path: String
    /// The bytes on disk; `nil` when there is no file.
    package var bytes: [UInt8]?
    /// The document that is used: that of the file, or of its last good copy.
    package var document: JSON5Document
    /// Why the last good copy is used instead of the file.
    package var syntaxError: JSON5SyntaxError?

    package init(path: String, bytes: [UInt8]?, document: JSON5Document, syntaxError: JSON5SyntaxError? = nil) {
        self.path = path
        self.bytes = bytes
        self.document = document
        self.syntaxError = syntaxError
    }
}

extension ConfigurationSource {
    /// Reads a file; one with a syntax error is replaced by the copy that could be read last, if there is one.
    ///
    /// - Parameter overlay: bytes to use instead of those on disk, by path.
    /// - Throws: `ConfigurationReadError` when the file cannot be read and no copy helps.
    package static func read(
        _ path: String, overlay: [String: [UInt8]] = [:]
    ) throws(ConfigurationReadError) -> ConfigurationSource? {
        let replaced = overlay[path]
        guard let bytes = replaced == nil ? try contents(path) : replaced else { return nil }
        do throws(JSON5SyntaxError) {
            return ConfigurationSource(path: path, bytes: bytes, document: try JSON5Document(bytes))
        } catch {
            guard let copy = try? contents(path + ".last-good"), let document = try? JSON5Document(copy) else {
                throw .syntax(path: path, error)
            }
            return ConfigurationSource(path: path, bytes: bytes, document: document, syntaxError: error)
        }
    }

    private static func contents(_ path: String) throws(ConfigurationReadError) -> [UInt8]? {
        do throws(FileError) {
            return try FileContents.read(path, limit: JSON5Limits().bytes)
        } catch {
            throw .file(error)
        }
    }
}
