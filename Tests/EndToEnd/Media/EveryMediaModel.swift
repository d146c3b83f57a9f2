import Foundation
import HTTPTypes
import Inference
import Logging
import Qwen
import QwenSimulator
import Testing
import Transport

/// The table of the codec against the table of the simulator, which was written from the reference without looking at it.
@Suite struct EveryMediaModel {
    private struct Case {
        var support: GenerationSupport
        var mode: GenerationModeSupport
        var provider: QwenProvider
    }

    private static func cases() throws -> [Case] {
        try QwenProvider.all().flatMap { provider in
            try (provider.generation?.models() ?? []).flatMap { support in
                support.modes.map { mode in
                    var one = support
                    one.modes = [mode]
                    return Case(support: one, mode: mode, provider: provider)
                }
            }
        }
    }

    /// The inputs that a mode cannot do without.
    private static func leastInputs(_ mode: GenerationModeSupport) -> [GenerationInput] {
        let endings = ["image": "png", "video": "mp4", "audio": "wav"]
        func input(_ rule: InputRule, _ number: Int) -> GenerationInput {
            let name = "https://example.com/\(rule.role)-\(number).\(endings[rule.kind.rawValue] ?? "bin")"
            return GenerationInput(kind: rule.kind, role: rule.role, source: .address(name))
        }
        let roles = mode.combinations.first
        var inputs = mode.inputs.flatMap { rule in
            let count = roles.map { $0.contains(rule.role) ? 1 : 0 } ?? rule.count.lowerBound
            return (0..<count).map { input(rule, $0) }
        }
        while inputs.count < mode.inputCount?.lowerBound ?? 0 {
            let rule = mode.inputs.first { rule in inputs.count { $0.role == rule.role } < rule.count.upperBound }
            guard let rule else { break }
            inputs.append(input(rule, inputs.count))
        }
        return inputs
    }

    private static func request(_ one: Case) -> GenerationRequest {
        var request = GenerationRequest(kind: one.support.kind, inputs: leastInputs(one.mode))
        if one.mode.isPromptRequired { request.prompt = "a paper crane" }
        return request
    }

    @Test func theSimulatorTakesTheLeastRequestOfEveryModel() async throws {
        try await ServiceRoom.with(taskSpeed: 1_000_000) { simulator, _ in
            let client = HTTPClient()
            var findings: [String] = []
            for one in try Self.cases() {
                for id in one.support.endpoints {
                    guard let place = simulator.banner.endpoint(id.rawValue), let native = place.nativeURL else {
                        continue
                    }
                    let finding = try await ask(one, id, native, place.key, client)
                    if let finding { findings.append("\(one.support.model) \(one.mode.mode) on \(id): \(finding)") }
                }
            }
            await client.shutdown()
            #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
        }
    }

    /// - Returns: what is wrong.
    private func ask(
        _ one: Case, _ id: EndpointID, _ url: String, _ key: String, _ client: HTTPClient
    ) async throws -> String? {
        var endpoint = try #require(one.provider.manifest.endpoint(id))
        endpoint.nativeURL = url
        let context = CallContext(
            credential: Secret(key), endpoint: endpoint, userAgent: "t/1", callID: "c", logger: Logger(label: "t"))
        let codec = try #require(one.provider.generation)
        let tasks = try #require(one.provider.tasks)
        do {
            let plan = try GenerationPlanner(support: one.support, endpoint: id).plan(Self.request(one))
            let sources = plan.inputs.map { input in
                if case .address(let address) = input.input.source { address } else { "" }
            }
            let exchange = try codec.exchange(for: plan, sources: sources, context: context)
            var answer = try await client.send(exchange, deadlines: Deadlines())
            let began = try codec.answer(
                answer.head, await answer.body.collect(upTo: 1 << 20), to: plan, context: context)
            guard case .task(let task) = began else { return nil }
            while true {
                answer = try await client.send(
                    tasks.status(of: task, context: context), deadlines: Deadlines())
                // The simulator limits questions as the service does.
                if answer.head.status.code == 429 {
                    _ = try await answer.body.collect(upTo: 1 << 20)
                    await Task.yield()
                    continue
                }
                let report = try tasks.report(
                    answer.head, await answer.body.collect(upTo: 1 << 20), context: context)
                guard report.state.isFinal else { continue }
                if report.state != .succeeded { return "\(report.state): \(report.failure?.message ?? "")" }
                return report.results?.files.isEmpty == false ? nil : "no result"
            }
        } catch {
            return "\(error)"
        }
    }

    /// Wrong requests that no mode of a model takes.
    private static func wrong(_ support: GenerationSupport) -> [GenerationRequest] {
        var requests: [GenerationRequest] = []
        guard let mode = support.modes.first else { return [] }
        let least = leastInputs(mode)
        var base = GenerationRequest(kind: support.kind, prompt: "a paper crane", inputs: least)
        base.options["no_such_parameter"] = 1
        requests.append(base)
        let stranger = GenerationInput(kind: .audio, role: "narrator", source: .address("https://example.com/a.wav"))
        requests.append(GenerationRequest(kind: support.kind, prompt: "a", inputs: least + [stranger]))
        let many = (0..<20).map { GenerationInput(kind: .image, source: .address("https://example.com/\($0).png")) }
        requests.append(GenerationRequest(kind: support.kind, prompt: "a", inputs: many))
        if support.modes.allSatisfy(\.isPromptRequired) {
            requests.append(GenerationRequest(kind: support.kind, prompt: "  ", inputs: least))
        }
        if let first = least.first, let rule = mode.inputs.first(where: { $0.role == first.role }),
            let limit = rule.maxBytes
        {
            var large = least
            large[0].facts.byteCount = limit + 1
            requests.append(GenerationRequest(kind: support.kind, prompt: "a", inputs: large))
        }
        return requests
    }

    @Test func everyModelRefusesAtLeastThreeWrongRequestsByItself() throws {
        for provider in try QwenProvider.all() {
            for support in try provider.generation?.models() ?? [] {
                let wrong = Self.wrong(support)
                #expect(wrong.count >= 3)
                for (number, request) in wrong.enumerated() {
                    let error = #expect(throws: InferenceError.self, "\(support.model), wrong request \(number)") {
                        try GenerationPlanner(support: support, endpoint: "standard-intl").plan(request)
                    }
                    #expect(error?.code == .invalidRequest)
                }
            }
        }
    }
}
