import Foundation
import HTTPTypes
import Inference

@testable import Qwen

/// Requests for vectors or ranks that a model takes, and some that it does not, made of what its row says.
struct DocumentCases {
    let model: ModelDescriptor

    /// What may be asked for; a request is `{"inputs": [...], "dimensions": n, "fused": true}` or
    /// `{"query": ..., "inputs": [...], "top": n}`, each input `{kind: value}` with `bytes` where its size matters.
    var taken: [JSONValue] {
        var cases: [JSONValue] = [document(texts(fusesAlways ? 1 : 2))]
        if let dimensions = model.embedding?.dimensions.last {
            cases.append(document(texts(1), dimensions: dimensions))
        }
        if !media.isEmpty {
            let all = media.map { input($0.kind, 1) }
            if model.rerank != nil || !fusesAlways { cases.append(document(texts(1) + all)) }
            if let fusion = model.embedding?.fusion, fusion != .never {
                cases.append(document(texts(1) + all, isFused: true))
            }
        }
        if model.rerank != nil { cases.append(document(texts(2), top: 1)) }
        return cases
    }

    var refused: [JSONValue] {
        var cases = [document([]), document([["text": ""]]), document(texts(limit + 1))]
        if model.embedding != nil { cases.append(document(texts(1), dimensions: 333)) }
        if model.rerank != nil {
            cases.append(document(texts(1), top: 0))
            cases.append(document(texts(1), query: ["text": ""]))
            cases.append(document(texts(1), query: ["video": "https://example.com/1.mp4"]))
        }
        cases.append(document([["audio": "https://example.com/1.wav"]]))
        if !media.contains(where: { $0.kind == .image }) { cases.append(document([input(.image, 1)])) }
        for rule in media {
            cases.append(document((0...rule.count.upperBound).map { input(rule.kind, $0) }))
            if let limit = rule.maxBytes {
                var large = input(rule.kind, 1).object ?? JSONObject()
                large["bytes"] = .int(limit + 1)
                cases.append(document([.object(large)]))
            }
            if !rule.isInlined { cases.append(document([.object([rule.kind.rawValue: "data:video/mp4;base64,AAAA"])])) }
        }
        if model.embedding?.fusion == .never { cases.append(document(texts(2), isFused: true)) }
        if model.embedding?.fusion == .object { cases.append(document(texts(2), isFused: true)) }
        return cases
    }

    private var media: [InputRule] { model.embedding?.media ?? model.rerank?.media ?? [] }
    private var limit: Int { model.embedding?.batch ?? model.rerank?.documents ?? 0 }
    private var fusesAlways: Bool { model.embedding?.fusion == .always }

    private func texts(_ count: Int) -> [JSONValue] { (0..<count).map { ["text": .string("text \($0)")] } }

    private func input(_ kind: Modality, _ number: Int) -> JSONValue {
        .object([kind.rawValue: .string("https://example.com/\(number).\(kind == .image ? "png" : "mp4")")])
    }

    private func document(
        _ inputs: [JSONValue], dimensions: Int? = nil, isFused: Bool = false, top: Int? = nil,
        query: JSONValue = ["text": "a query"]
    ) -> JSONValue {
        .members { object in
            if model.rerank != nil { object["query"] = query }
            object["inputs"] = .array(inputs)
            object["dimensions"] = dimensions.map { .int($0) }
            object["top"] = top.map { .int($0) }
            if isFused { object["fused"] = true }
        }
    }

    /// What is sent for a request: its path and its document.
    func sent(_ request: JSONValue) throws(InferenceError) -> JSONValue {
        let exchange: HTTPExchangeRequest
        let inputs = (request["inputs"]?.array ?? []).map(Self.read)
        let context = TestProvider.context("standard-cn")
        if model.rerank != nil {
            let wish = RerankRequest(
                model: model.id, query: Self.read(request["query"] ?? .null), documents: inputs,
                top: request["top"]?.int)
            exchange = try QwenRerankModel(classifier: TestProvider.classifier)
                .exchange(for: wish, model: model, context: context).request
        } else {
            let wish = EmbeddingRequest(
                model: model.id, inputs: inputs, dimensions: request["dimensions"]?.int,
                isFused: request["fused"]?.bool ?? false)
            exchange = try QwenEmbeddingModel(classifier: TestProvider.classifier)
                .exchange(for: wish, model: model, context: context).request
        }
        let body = (try? JSONValue(parsing: Array(exchange.body.joined()))) ?? .null
        return ["path": .string(exchange.head.path ?? ""), "body": body]
    }

    private static func read(_ input: JSONValue) -> DocumentInput {
        let member = input.object?.members.first { $0.key != "bytes" }
        return DocumentInput(
            Modality(member?.key ?? "text"), member?.value.string ?? "",
            facts: MediaFacts(byteCount: input["bytes"]?.int))
    }
}
