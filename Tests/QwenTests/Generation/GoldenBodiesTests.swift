import Foundation
import Inference
import Testing

@testable import Qwen

/// The request of every mode of every model as it was read against the reference once.
///
/// `OPENCLAW_RECORD=1` writes the files anew; whoever does so reads the difference.
@Suite struct GoldenBodiesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/media")

    @Test func everyModelSendsWhatWasReviewed() throws {
        let requests = try GoldenRequest.all()
        let isRecording = ProcessInfo.processInfo.environment["OPENCLAW_RECORD"] != nil
        for (model, modes) in requests.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let recorded = JSONValue.array(try modes.map { try $0.recorded() })
            let file = Self.folder.appending(path: "\(model).json")
            if isRecording { try Self.pretty(recorded).write(to: file, atomically: true, encoding: .utf8) }
            let golden = try JSONValue(parsing: Array(Data(contentsOf: file)))
            #expect(recorded == golden, "\(model)")
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".json")
        }
        #expect(Set(files) == Set(requests.keys.map { "\($0).json" }))
    }

    /// One line for each mode, so that a difference shows what changed.
    private static func pretty(_ value: JSONValue) -> String {
        let lines = (value.array ?? []).map { "  " + String(decoding: $0.serialized(), as: UTF8.self) }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }
}
