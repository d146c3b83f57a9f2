import Foundation
import HTTPTypes
import Inference
import Logging

@testable import Qwen

/// What one mode of a model is asked for when everything is wished for at once.
struct GoldenRequest {
    let provider: QwenProvider
    let support: GenerationSupport
    let mode: GenerationModeSupport

    /// The requests of every model, by model; modes in the order of the catalogue.
    static func all() throws -> [ModelID: [GoldenRequest]] {
        var requests: [ModelID: [GoldenRequest]] = [:]
        for provider in try QwenProvider.all() {
            for support in try provider.generation?.models() ?? [] where requests[support.model] == nil {
                requests[support.model] = support.modes.map { mode in
                    var one = support
                    one.modes = [mode]
                    return GoldenRequest(provider: provider, support: one, mode: mode)
                }
            }
        }
        return requests
    }

    private var wish: GenerationRequest {
        var wish = GenerationRequest(
            kind: support.kind, prompt: "a paper crane", negativePrompt: "blur", inputs: inputs)
        wish.aspectRatio = "9:16"
        wish.seconds = 4
        wish.count = 2
        wish.seed = 7
        wish.audio = false
        wish.watermark = true
        for rule in mode.parameters where wish.options[rule.name] == nil && !Self.wishes.contains(rule.name) {
            switch rule.type {
            case .flag: wish.options[rule.name] = true
            case .integer, .number: wish.options[rule.name] = .int(Int(rule.range?.upperBound ?? 1))
            // Free texts and lists have forms of their own, which the table does not know.
            case .text:
                let value = rule.initial?.string ?? rule.values.last ?? (rule.isRequired ? "en" : nil)
                wish.options[rule.name] = value.map { .string($0) }
            case .list, .object: break
            }
        }
        return wish
    }

    private static let wishes: Set<String> = ["negative_prompt", "audio", "watermark", "seed"]

    /// One of each role that may come together, and as many as there have to be.
    private var inputs: [GenerationInput] {
        let endings: [Modality: String] = [
            .image: "png", .video: "mp4", .audio: "wav", .document: "txt", .page: "html",
        ]
        let roles = mode.combinations.max { $0.count < $1.count } ?? mode.inputs.map(\.role)
        return mode.inputs.filter { roles.contains($0.role) }.flatMap { rule in
            (1...max(1, rule.count.lowerBound)).map { number in
                let address = "https://example.com/\(rule.role)-\(number).\(endings[rule.kind] ?? "bin")"
                return GenerationInput(kind: rule.kind, role: rule.role, source: .address(address))
            }
        }
    }

    /// The request as it is recorded.
    func recorded() throws -> JSONValue {
        let id = support.endpoints[0]
        guard var endpoint = provider.manifest.endpoint(id), let codec = provider.generation else { return .null }
        endpoint.nativeURL = "https://service.example/api/v1"
        let context = CallContext(
            credential: Secret("sk-test"), endpoint: endpoint, userAgent: "t/1", callID: "c", logger: Logger(label: "t")
        )
        let plan = try GenerationPlanner(support: support, endpoint: id).plan(wish)
        let sources = plan.inputs.map { input in
            if case .address(let address) = input.input.source { address } else { "" }
        }
        let exchange = try codec.exchange(for: plan, sources: sources, context: context)
        let isAsynchronous = exchange.head.headerFields.contains { $0.name.rawName.lowercased() == "x-dashscope-async" }
        return [
            "mode": .string(mode.mode.rawValue), "path": .string(String((exchange.head.path ?? "").dropFirst(7))),
            "async": .bool(isAsynchronous), "body": try JSONValue(parsing: Array(exchange.body.joined())),
        ]
    }
}
