import Foundation

/// A home directory that is gone after the test.
final class TemporaryHome: Sendable {
    let path: String

    init(configuration: String? = nil) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "openclaw-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path + "/.openclaw", withIntermediateDirectories: true)
        if let configuration { try write(configuration, to: ".openclaw/openclaw.json") }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + file))
    }

    func write(_ bytes: [UInt8], to file: String) throws { try Data(bytes).write(to: URL(filePath: path + "/" + file)) }

    func text(_ file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path + "/" + file)), as: UTF8.self)
    }

    var configuration: String {
        get throws { try text(".openclaw/openclaw.json") }
    }
}
