import Foundation
import Inference
import Testing

@testable import Qwen

/// The request of every mode of every model as it was read against the reference once.
///
/// `OPENCLAW_RECORD=1` writes the files anew; whoever does so reads the difference.
@Suite struct GoldenBodiesTests {
    @Test func everyModelSendsWhatWasReviewed() throws {
        let requests = try GoldenRequest.all()
        for (model, modes) in requests.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let recorded = try modes.map { try $0.recorded() }
            let table = FixtureTable("media", model)
            if FixtureTable.isRecording { try table.write(recorded) }
            #expect(try table.rows() == recorded, "\(model)")
        }
        #expect(try FixtureTable.names(in: "media") == Set(requests.keys.map(\.rawValue)))
    }
}
