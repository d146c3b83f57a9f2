import Foundation
import Inference
import Testing

@testable import Qwen

/// What no model takes, each wish with the words that refuse it, as they were read once.
///
/// `OPENCLAW_RECORD=1` writes the files anew; whoever does so reads the difference.
@Suite struct RefusedRequestsTests {
    private static func models() throws -> [ModelID: GenerationSupport] {
        let all = try QwenProvider.all().flatMap { try $0.generation?.models() ?? [] }
        return Dictionary(all.map { ($0.model, $0) }) { first, _ in first }
    }

    @Test func everyModelRefusesWhatWasReviewed() throws {
        let models = try Self.models()
        for (model, support) in models.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let refused = RefusedRequest(support: support)
            let table = FixtureTable("refused", model)
            if FixtureTable.isRecording { try table.write(Self.record(refused)) }
            let rows = try table.rows()
            #expect(Set(rows.compactMap { $0["refusal"]?.string }).count >= 3, "\(model) refuses too little")
            for row in rows {
                let error = refused.refusal(of: try #require(row["wish"]))
                #expect(error?.code == .invalidRequest, "\(model) takes \(row["wish"]?.text ?? "")")
                #expect(error?.message == row["refusal"]?.string, "\(model)")
            }
        }
        #expect(try FixtureTable.names(in: "refused") == Set(models.keys.map(\.rawValue)))
    }

    /// The wishes that are refused, each way of refusing once.
    private static func record(_ refused: RefusedRequest) -> [JSONValue] {
        var seen: Set<String> = []
        return refused.candidates.compactMap { wish in
            guard let error = refused.refusal(of: wish), seen.insert(error.message).inserted else { return nil }
            return ["wish": wish, "refusal": .string(error.message)]
        }
    }
}
