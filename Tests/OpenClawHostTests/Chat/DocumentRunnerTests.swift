import HTTPTypes
import Inference
import InferenceTesting
import Logging
import Testing

@testable import OpenClawHost

/// Calls for documents: the same machine as for chat, batches, and books.
@Suite struct DocumentRunnerTests {
    /// Acme with vectors: texts go as they are, lines of numbers come back.
    private struct VectorProvider: ModelProvider {
        var manifest: ProviderManifest {
            var manifest = Acme.manifest
            manifest.defaults.embedding = "plus-1"
            for index in manifest.models.indices { manifest.models[index].embedding = EmbeddingSupport(batch: 2) }
            return manifest
        }
        var embeddings: (any EmbeddingModel)? { Codec() }

        struct Codec: EmbeddingModel {
            func exchange(
                for request: EmbeddingRequest, model: ModelDescriptor, context: CallContext
            ) throws(InferenceError) -> DocumentExchange<EmbeddingResponse> {
                var head = HTTPRequest(method: .post, scheme: "https", authority: "acme.test", path: "/v")
                head.headerFields[.authorization] = context.credential.expose()
                let text = request.inputs.map(\.value).joined(separator: ",")
                return DocumentExchange(
                    request: HTTPExchangeRequest(head: head, body: [Array(text.utf8)[...]]),
                    read: { _, body in
                        let numbers = String(decoding: body, as: UTF8.self).split(separator: " ").compactMap {
                            Float($0)
                        }
                        return EmbeddingResponse(
                            vectors: numbers.map { EmbeddingVector([$0]) }, usage: Usage(input: 3, output: 0))
                    },
                    classify: { _, body in
                        FussyProvider.errors[String(decoding: body, as: UTF8.self)] ?? FailoverScene.wrong
                    })
            }
        }
    }

    private let memory = FailoverMemory()
    private let ledger = MemoryLedger()

    private func embed(
        _ inputs: [String], _ replies: [ScriptedReply], keys: [String: String] = ["ACME_API_KEY": "ak-1"]
    ) async throws -> (outcome: DocumentRunner.Outcome<EmbeddingResponse>, transport: ScriptedTransport) {
        let accounts = Acme.accounts(.object(JSONObject()), variables: keys)
        let registry = ProviderRegistry(providers: [VectorProvider()], settings: accounts.settings)
        let selector = ModelSelector(registry: registry, settings: ModelSettings())
        let books = UsageRecorder(
            ledger: ledger, settings: UsageSettings(), zone: .fixed(0), now: { FailoverScene.now }, warn: { _ in })
        let dispatcher = ChatDispatcher(
            accounts: accounts,
            failover: FailoverServices(
                health: memory, repairs: memory, now: { FailoverScene.now }, wait: { _ in }, random: { 1 << 62 }),
            userAgent: "test", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, learn: { _ in },
            usage: books)
        let transport = ScriptedTransport(replies)
        let runner = DocumentRunner(dispatcher: dispatcher, transport: transport, makeCallID: { "call" })
        let candidates = try selector.candidates(named: nil, for: .embeddings)
        let outcome = try await runner.embed(EmbeddingRequest(model: "", texts: inputs), on: candidates)
        return (outcome, transport)
    }

    @Test func batchesKeepTheirOrderAndAreAllAccountedFor() async throws {
        let (outcome, transport) = try await embed(
            ["a", "b", "c"], [ScriptedReply("1 2"), ScriptedReply("3")])
        #expect(transport.requests.map { String(decoding: Array($0.body.joined()), as: UTF8.self) } == ["a,b", "c"])
        #expect(outcome.answer.vectors.map(\.values) == [[1], [2], [3]])
        #expect(outcome.answer.usage == Usage(input: 6, output: 0))
        #expect(ledger.records.map(\.outcome) == [.ok, .ok] && ledger.records.allSatisfy { $0.usage?.input == 3 })
    }

    @Test func aRefusedKeyIsFollowedByTheNext() async throws {
        let (outcome, transport) = try await embed(
            ["a"], [FussyProvider.refusal("key"), ScriptedReply("1")],
            keys: ["ACME_API_KEY": "ak-1", "ACME_API_KEY_2": "ak-2"])
        #expect(transport.requests.map { $0.head.headerFields[.authorization] } == ["ak-1", "ak-2"])
        #expect(outcome.attempts.map(\.reason) == [.auth, nil])
        #expect(ledger.records.map(\.outcome) == [.failed(.unauthenticated), .ok])
    }

    @Test func aThrottleIsWaitedFor() async throws {
        let (outcome, _) = try await embed(["a"], [FussyProvider.refusal("throttle"), ScriptedReply("1")])
        #expect(outcome.attempts.count == 2)
    }

    @Test func aRefusalEndsIt() async throws {
        await #expect(throws: ChatFailure.self) { try await embed(["a"], [FussyProvider.refusal("wrong")]) }
        #expect(ledger.records.map(\.outcome) == [.failed(.invalidRequest)])
    }
}
