import Foundation
import QwenSimulator
import Testing

/// `openclaw infer embedding create` and `openclaw infer rerank` of the built binary.
@Suite struct Vectors {
    private func with(
        faults: [String] = [], endpoint: String = "standard-intl",
        _ body: (OpenClaw, Simulator) async throws -> Void
    ) async throws {
        try await ServiceRoom.with(faults: faults) { simulator, network in
            let key = try #require(simulator.banner.endpoint(endpoint)).key
            try await body(try OpenClaw(environment: network.merging(["QWEN_API_KEY": key]) { $1 }), simulator)
        }
    }

    private func json(_ run: OpenClaw.Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
    }

    @Test func manyTextsAreSentInBatchesAndKeepTheirOrder() async throws {
        try await with { openclaw, simulator in
            let lines = (1...23).map { "text number \($0)" }
            let run = try await openclaw(
                "infer", "embedding", "create", "--dimensions", "64", "--json", stdin: lines.joined(separator: "\n"))
            #expect(run.status == 0, "\(run.stderr)")
            let envelope = try json(run)
            let outputs = try #require(envelope["outputs"] as? [[String: Any]])
            #expect(outputs.map { $0["text"] as? String } == lines)
            #expect(
                outputs.allSatisfy { ($0["embedding"] as? [Double])?.count == 64 && $0["dimensions"] as? Int == 64 })
            #expect(envelope["ok"] as? Bool == true && envelope["capability"] as? String == "embedding.create")
            #expect(envelope["model"] as? String == "text-embedding-v4")
            #expect(simulator.receivedRequests().filter { $0.path.hasSuffix("/embeddings") }.count == 3)
            let single = try await openclaw(
                "infer", "embedding", "create", "--text", lines[12], "--dimensions", "64", "--json")
            let alone = try #require(try json(single)["outputs"] as? [[String: Any]])
            #expect(alone[0]["embedding"] as? [Double] == outputs[12]["embedding"] as? [Double])
        }
    }

    @Test func plainOutputIsOneVectorALine() async throws {
        try await with { openclaw, _ in
            let run = try await openclaw("infer", "embedding", "create", "--text", "a", "--text", "b")
            let lines = run.stdout.split(separator: "\n")
            #expect(run.status == 0 && lines.count == 2 && lines.allSatisfy { $0.hasPrefix("[") && $0.hasSuffix("]") })
        }
    }

    @Test func theBestDocumentComesFirst() async throws {
        try await with { openclaw, _ in
            let run = try await openclaw(
                "infer", "rerank", "--query", "red bike", "--document", "a brick", "--document", "my red bike", "--json"
            )
            #expect(run.status == 0, "\(run.stderr)")
            let outputs = try #require(try json(run)["outputs"] as? [[String: Any]])
            #expect(outputs.map { $0["index"] as? Int } == [1, 0] && outputs[0]["text"] as? String == "my red bike")
            let best = try await openclaw(
                "infer", "rerank", "--query", "red bike", "--top", "1", stdin: "a brick\nmy red bike\n")
            #expect(best.stdout.hasSuffix("\t1\tmy red bike\n") && best.stdout.split(separator: "\n").count == 1)
        }
    }

    @Test func aPlanWithoutVectorsIsToldApart() async throws {
        try await with(endpoint: "coding-intl") { openclaw, simulator in
            try await openclaw(
                "config", "set", "models.providers.qwen.baseUrl", "https://coding-intl.dashscope.aliyuncs.com/v1")
            let run = try await openclaw("infer", "embedding", "create", "--text", "a", "--json")
            #expect(run.status != 0)
            let error = try #require(try json(run)["error"] as? [String: Any])
            #expect((error["message"] as? String)?.contains("does not serve embeddings") == true)
            #expect(error["hint"] as? String != nil)
            #expect(simulator.receivedRequests().isEmpty)
        }
    }

    @Test func aChatModelGivesNoVectors() async throws {
        try await with { openclaw, _ in
            let run = try await openclaw(
                "infer", "embedding", "create", "--text", "a", "--model", "qwen/qwen3.5-plus")
            #expect(run.status != 0 && run.stderr.contains("is no model for embeddings"))
        }
    }

    @Test func whatWasSpentIsInTheBooks() async throws {
        try await with { openclaw, _ in
            try await openclaw("infer", "embedding", "create", "--text", "a red bike")
            let usage = try await openclaw("usage", "--by", "model", "--json")
            #expect(usage.stdout.contains("text-embedding-v4"))
        }
    }
}
