import Foundation
import Inference
import Testing

@testable import Qwen

/// What every model for vectors and ranks is asked for and what it refuses, as it was read against the reference once.
///
/// `OPENCLAW_RECORD=1` writes the files anew; whoever does so reads the difference.
@Suite struct EveryDocumentModelTests {
    private static let models = TestProvider.manifests.flatMap(\.models).filter { model in
        model.output.contains(.embedding) || model.output.contains(.scores)
    }

    @Test func everyModelSendsAndRefusesWhatWasReviewed() throws {
        for model in Self.models {
            #expect(model.embedding != nil || model.rerank != nil, "\(model.id) has no row of what it takes")
            let cases = DocumentCases(model: model)
            let table = FixtureTable("documents", model.id)
            if FixtureTable.isRecording { try table.write(try Self.record(cases)) }
            let rows = try table.rows()
            for row in rows {
                let request = try #require(row["request"])
                if let refusal = row["refusal"]?.string {
                    let error = #expect(throws: InferenceError.self, "\(model.id) takes \(request.text)") {
                        try cases.sent(request)
                    }
                    #expect(error?.message == refusal && error?.code == .invalidRequest, "\(model.id)")
                } else {
                    #expect(try cases.sent(request) == row["sent"], "\(model.id)")
                }
            }
            #expect(rows.contains { $0["sent"] != nil }, "\(model.id) has no golden request")
            #expect(Set(rows.compactMap { $0["refusal"]?.string }).count >= 3, "\(model.id) refuses too little")
        }
        #expect(try FixtureTable.names(in: "documents") == Set(Self.models.map(\.id.rawValue)))
    }

    private static func record(_ cases: DocumentCases) throws -> [JSONValue] {
        let taken = try cases.taken.map { try JSONValue.object(["request": $0, "sent": cases.sent($0)]) }
        var seen: Set<String> = []
        let refused = cases.refused.compactMap { request -> JSONValue? in
            do throws(InferenceError) {
                _ = try cases.sent(request)
                return nil
            } catch {
                return seen.insert(error.message).inserted
                    ? ["request": request, "refusal": .string(error.message)] : nil
            }
        }
        return taken + refused
    }
}
