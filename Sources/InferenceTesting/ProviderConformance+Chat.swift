internal import HTTPTypes
public import Inference
internal import Logging

extension ProviderConformance {
    /// A key that no service issued; wherever it turns up, it leaked.
    static let canary = "ck-canary-5e3c7a91d2f04b68"

    /// Whether a chat codec keeps the rules that the host relies on, on every endpoint and for every chat model.
    public static func findings(in codec: any ChatModel, of manifest: ProviderManifest) -> [String] {
        var findings = Findings()
        for endpoint in manifest.endpoints where endpoint.offers(.chat) {
            for model in manifest.models where model.output.contains(.text) {
                check(codec, model, on: endpoint, &findings)
            }
        }
        return findings.sentences
    }

    private static func check(
        _ codec: any ChatModel, _ model: ModelDescriptor, on endpoint: Endpoint, _ findings: inout Findings
    ) {
        let name = "model '\(model.id)' on '\(endpoint.id)'"
        do throws(InferenceError) {
            let exchange = try codec.exchange(for: request(model), model: model, context: context(endpoint))
            checkHead(exchange.request.head, name, endpoint, &findings)
            checkBody(exchange, name, model, &findings)
            checkReading(exchange, name, &findings)
            checkClassification(exchange, name, &findings)
        } catch {
            findings.add("\(name): a plain request was refused: \(error)")
        }
    }

    private static func request(_ model: ModelDescriptor) -> ChatRequest {
        ChatRequest(
            model: model.id, messages: [.user("Say yes.")],
            options: ChatOptions(maxTokens: model.maxOutputTokens.map { $0 + 1 }, extra: ["x_conformance": [1, 2.50]]))
    }

    private static func context(_ endpoint: Endpoint) -> CallContext {
        var endpoint = endpoint
        endpoint.baseURL = endpoint.baseURL.replacingWorkspace("ws-1")
        endpoint.nativeURL = endpoint.nativeURL?.replacingWorkspace("ws-1")
        endpoint.anthropicURL = endpoint.anthropicURL?.replacingWorkspace("ws-1")
        return CallContext(
            credential: Secret(canary), endpoint: endpoint, userAgent: "conformance/1", callID: "c-1",
            logger: Logger(label: "conformance"))
    }

    private static func checkHead(
        _ head: HTTPRequest, _ name: String, _ endpoint: Endpoint, _ findings: inout Findings
    ) {
        let host = String((head.authority ?? "").split(separator: ":").first ?? "")
        if !endpoint.serves(host: host) { findings.add("\(name): the key is sent to '\(host)'") }
        if head.scheme != "https" { findings.add("\(name): the key is sent without TLS") }
        if head.path?.contains(canary) ?? false { findings.add("\(name): the key stands in the URL") }
        if !head.headerFields.contains(where: { $0.value.contains(canary) }) { findings.add("\(name): no key is sent") }
        if head.headerFields[.userAgent] == nil { findings.add("\(name): no user agent is sent") }
    }

    private static func checkBody(
        _ exchange: ChatExchange, _ name: String, _ model: ModelDescriptor, _ findings: inout Findings
    ) {
        let body = exchange.request.body.flatMap { $0 }
        if body.contains(canary) { findings.add("\(name): the key stands in the body") }
        guard let sent = try? JSONDocument(body).root, sent["messages"] != nil else { return }
        if sent["x_conformance"].map({ Array($0.rawBytes) }) != Array("[1,2.5]".utf8) {
            findings.add("\(name): an unknown member was lost or changed")
        }
        let limit = (sent["max_tokens"] ?? sent["max_completion_tokens"])?.int
        if model.maxOutputTokens.map({ $0 + 1 }) != limit, exchange.adjustments.isEmpty {
            findings.add("\(name): the output limit was changed silently")
        }
    }

    private static func checkReading(_ exchange: ChatExchange, _ name: String, _ findings: inout Findings) {
        if reading([], with: exchange.decoder).failure == nil {
            findings.add("\(name): an empty answer is taken for complete")
        }
        let noise = (0..<512).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }
        let result = reading(noise, with: exchange.decoder)
        if result.failure == nil { findings.add("\(name): noise is taken for an answer") }
    }

    private static func checkClassification(_ exchange: ChatExchange, _ name: String, _ findings: inout Findings) {
        let echo = Array(#"{"error":{"message":"bad key \#(canary)"}}"#.utf8)
        let expected: [(Int, Set<InferenceError.Code>)] = [
            (401, [.unauthenticated]), (429, [.rateLimited, .quotaExhausted]), (500, [.unavailable]),
            (503, [.unavailable]),
        ]
        for (status, codes) in expected {
            for body in [[], echo, Array("<html>".utf8)] {
                let error = exchange.classify(HTTPResponse(status: .init(code: status)), body)
                if !codes.contains(error.code) {
                    findings.add("\(name): status \(status) is classified as '\(error.code)'")
                }
                if "\(error) \(error.hint ?? "")".contains(canary) { findings.add("\(name): an error shows the key") }
            }
        }
    }

    /// Feeds a body to a decoder and returns all it made of it.
    public static func reading(
        _ body: [UInt8], with decoder: any ChatStreamDecoder, chunking: Chunking = .whole
    ) -> ChatDecoderOutput {
        var (decoder, output) = (decoder, ChatDecoderOutput())
        decoder.begin(requestID: nil, isPartial: false, into: &output)
        for chunk in chunking.chunks(of: body) { decoder.decode(chunk.span.bytes, into: &output) }
        if output.failure == nil { decoder.finish(into: &output) }
        return output
    }

    /// Whether a recorded body gives the same events when it is cut at any byte, or into single bytes.
    public static func splittingFindings(_ body: [UInt8], with decoder: any ChatStreamDecoder) -> [String] {
        let whole = reading(body, with: decoder)
        var findings = Findings()
        for cut in 0...body.count {
            let chunking: Chunking = cut == 0 ? .every(1) : .at([cut])
            let cutUp = reading(body, with: decoder, chunking: chunking)
            if cutUp.events != whole.events || cutUp.failure != whole.failure {
                findings.add("cut at \(cut == 0 ? "every byte" : "byte \(cut)"), the events differ")
            }
        }
        return findings.sentences
    }
}

extension [UInt8] {
    /// Whether the bytes hold a text.
    fileprivate func contains(_ text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}
