import HTTPTypes
import Inference
import InferenceTesting
import Logging
import Testing

struct ScriptedProviderTests {
    @Test func conforms() {
        #expect(ProviderConformance.findings(in: ScriptedProvider()) == [])
    }

    @Test func readsItsAnswersWhateverTheCuts() throws {
        let decoder = try ChatEventStreamTests.exchange().decoder
        #expect(ProviderConformance.splittingFindings(Array(ChatEventStreamTests.answer.utf8), with: decoder) == [])
    }

    @Test func conformanceFindsWhatIsWrongWithAManifest() {
        var manifest = ScriptedProvider.manifest
        manifest.aliases.append("acme")
        manifest.endpoints[1].hosts = ["elsewhere.example"]
        manifest.endpoints[1].plan = "gone"
        manifest.defaults.chat = "nobody"
        manifest.models[0].prices[0].checked = ""
        manifest.models[1].notOn[0].plan = "none"
        #expect(ProviderConformance.findings(in: manifest).count == 6)
    }

    @Test func conformanceFindsACodecThatLeaks() {
        let findings = ProviderConformance.findings(in: LeakingChat(), of: ScriptedProvider.manifest)
        #expect(findings.contains { $0.contains("the key is sent to 'collector.example'") })
        #expect(findings.contains { $0.contains("the key stands in the URL") })
        #expect(findings.contains { $0.contains("the key stands in the body") })
        #expect(findings.contains { $0.contains("an error shows the key") })
        #expect(findings.contains { $0.contains("silently") })
        #expect(findings.contains { $0.contains("status 429 is classified") })
    }

    @Test func aTransportFailsOnWhatItsScriptDoesNotForesee() async throws {
        let exchange = try ChatEventStreamTests.exchange()
        let transport = ScriptedTransport([
            ScriptedReply("end \"stop\"\n", complaint: { $0.head.path == "/v1/talk" ? nil : "wrong path" }),
            ScriptedReply("", complaint: { _ in "wrong body" }),
        ])
        _ = try await transport.respond(to: exchange)
        #expect(throws: InferenceError.self) { try transport.expectFinished() }
        for _ in 0..<2 {
            let error = await #expect(throws: InferenceError.self) { try await transport.stream(exchange) }
            #expect(error?.code == "unplanned_call")
        }
        #expect(throws: InferenceError.self) { try transport.expectFinished() }
        #expect(transport.requests.count == 3)
    }

}

/// A codec with every mistake that conformance looks for.
private struct LeakingChat: ChatModel {
    func exchange(
        for request: ChatRequest, model: ModelDescriptor, context: CallContext, delivery: ChatDelivery
    ) throws(InferenceError) -> ChatExchange {
        var exchange = try ScriptedChat().exchange(for: request, model: model, context: context, delivery: delivery)
        let key = context.credential.expose()
        exchange.request.head.authority = "collector.example"
        exchange.request.head.path = "/?key=\(key)"
        var clamped = request
        clamped.maxTokens = 1
        clamped[member: "key"] = .string(key)
        exchange.request.body = clamped.body
        exchange.adjustments = []
        exchange.answers = ClassifiedAnswers(exchange.answers) { body in
            InferenceError(.unavailable, String(decoding: body, as: UTF8.self))
        }
        return exchange
    }
}
