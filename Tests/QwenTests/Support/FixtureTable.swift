import Foundation
import Inference

/// Rows of JSON about one model, one a line.
struct FixtureTable {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// Whether the files are to be written anew.
    static var isRecording: Bool { ProcessInfo.processInfo.environment["OPENCLAW_RECORD"] != nil }

    private let file: URL

    init(_ folder: String, _ model: ModelID) {
        file = Self.root.appending(path: folder).appending(path: "\(model).json")
    }

    func rows() throws -> [JSONValue] {
        try JSONValue(parsing: Array(Data(contentsOf: file))).array ?? []
    }

    func write(_ rows: [JSONValue]) throws {
        let lines = rows.map { "  " + $0.text }
        try ("[\n" + lines.joined(separator: ",\n") + "\n]\n").write(to: file, atomically: true, encoding: .utf8)
    }

    /// The models that have a file.
    static func names(in folder: String) throws -> Set<String> {
        let files = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        return Set(files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) })
    }
}
