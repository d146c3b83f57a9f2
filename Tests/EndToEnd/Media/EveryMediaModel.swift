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
        let endings = ["image": "png", "video": "mp4", "audio": "wav", "document": "pdf", "page": "html"]
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

    private static func least(_ one: Case) -> GenerationRequest {
        var request = GenerationRequest(kind: one.support.kind, inputs: leastInputs(one.mode))
        if one.mode.isPromptRequired { request.prompt = "a paper crane" }
        if let name = one.mode.switchParameter { request.options[name] = true }
        for rule in one.mode.parameters where rule.isRequired && rule.initial == nil {
            request.options[rule.name] = "en"
        }
        return request
    }

    /// Every size, resolution, ratio, length, number and parameter that a mode names, each by itself.
    private static func variants(_ one: Case) -> [GenerationRequest] {
        var requests = [least(one)]
        func add(_ change: (inout GenerationRequest) -> Void) {
            var request = least(one)
            change(&request)
            requests.append(request)
        }
        switch one.mode.geometry {
        case .fixed: break
        case .sizes(let classes, _): for size in classes.flatMap(\.sizes) { add { $0.size = size } }
        case .resolutions(let names, _, let ratios, _):
            for name in names { add { $0.resolution = name } }
            for ratio in ratios { add { $0.aspectRatio = ratio } }
        case .free(let bounds):
            for word in bounds.words { add { $0.resolution = word } }
            for ratio in ["1:1", "16:9", "3:4"] as [AspectRatio] { add { $0.aspectRatio = ratio } }
            add { $0.size = PixelSize(width: 5000, height: 100) }
            add { $0.size = PixelSize(width: 64, height: 64) }
        }
        let length = one.mode.length
        let seconds =
            (length?.values ?? []) + [length?.range?.lowerBound, length?.range?.upperBound].compactMap(\.self)
        for seconds in seconds { add { $0.seconds = Double(seconds) } }
        for count in Set([one.mode.count.lowerBound, one.mode.count.upperBound]) { add { $0.count = count } }
        for rule in one.mode.parameters where rule.name != one.mode.switchParameter {
            var values: [JSONValue] = rule.values.map { .string($0) }
            switch rule.type {
            case .flag: values = [true, false]
            case .integer, .number:
                values = [rule.range?.lowerBound, rule.range?.upperBound].compactMap { $0 }.map { .int(Int($0)) }
            case .text: if values.isEmpty { values = ["zh"] }
            case .list, .object: values = []
            }
            for value in values { add { $0.options[rule.name] = value } }
        }
        return requests
    }

    @Test func theSimulatorTakesEverythingThatEveryModelHas() async throws {
        try await ServiceRoom.with(taskSpeed: 1_000_000) { simulator, _ in
            let client = HTTPClient()
            var findings: [String] = []
            for one in try Self.cases() {
                for id in one.support.endpoints {
                    guard let place = simulator.banner.endpoint(id.rawValue), let native = place.nativeURL else {
                        continue
                    }
                    // What a model takes does not depend on the place.
                    let requests = id == one.support.endpoints.first ? Self.variants(one) : [Self.least(one)]
                    for request in requests {
                        let finding = try await ask(request, one, id, native, place.key, client)
                        if let finding { findings.append("\(one.support.model) \(one.mode.mode) on \(id): \(finding)") }
                    }
                }
            }
            await client.shutdown()
            #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
        }
    }

    /// - Returns: what is wrong.
    private func ask(
        _ request: GenerationRequest, _ one: Case, _ id: EndpointID, _ url: String, _ key: String, _ client: HTTPClient
    ) async throws -> String? {
        var endpoint = try #require(one.provider.manifest.endpoint(id))
        endpoint.nativeURL = url
        let context = CallContext(
            credential: Secret(key), endpoint: endpoint, userAgent: "t/1", callID: "c", logger: Logger(label: "t"))
        let codec = try #require(one.provider.generation)
        let tasks = try #require(one.provider.tasks)
        do {
            let plan = try GenerationPlanner(support: one.support, endpoint: id).plan(request)
            let sources = plan.inputs.map { input in
                if case .address(let address) = input.input.source { address } else { "" }
            }
            let exchange = try codec.exchange(for: plan, sources: sources, context: context)
            var answer = try await client.send(exchange, deadlines: Deadlines())
            let began = try codec.answer(
                answer.head, await answer.body.collect(upTo: 1 << 20), to: plan, context: context)
            // What is wrong with a request as a whole shows late; a wrong value shows at once.
            guard case .task(let task) = began, request == Self.least(one) else { return nil }
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
            return
                "\(error) for \(request.options.keys) \(request.size as Any) \(request.aspectRatio as Any) \(request.resolution as Any) \(request.seconds as Any) \(request.count as Any)"
        }
    }

    /// The recorded bodies go to the simulator byte for byte.
    @Test func theSimulatorTakesEveryRecordedBody() async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "QwenTests/Fixtures/media")
        let places = try Dictionary(
            QwenProvider.all().flatMap { try $0.generation?.models() ?? [] }.map { ($0.model, $0.endpoints) }
        ) { first, _ in first }
        try await ServiceRoom.with(taskSpeed: 1_000_000) { simulator, _ in
            let client = HTTPClient()
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
                let model = ModelID(String(name.dropLast(5)))
                let place = try #require(
                    places[model]?.lazy.compactMap { simulator.banner.endpoint($0.rawValue) }.first, "\(model)")
                let recorded = try JSONValue(parsing: Array(Data(contentsOf: folder.appending(path: name))))
                for request in try #require(recorded.array) {
                    let path = try #require(request["path"]?.string)
                    let address = try #require(URL(string: (place.nativeURL ?? "") + path))
                    var head = HTTPRequest(
                        method: .post, scheme: "http", authority: "\(address.host() ?? ""):\(address.port ?? 80)",
                        path: address.path())
                    head.headerFields[.authorization] = "Bearer \(place.key)"
                    head.headerFields[.contentType] = "application/json"
                    if request["async"] == true, let field = HTTPField.Name("x-dashscope-async") {
                        head.headerFields[field] = "enable"
                    }
                    let body = try #require(request["body"]).serialized()
                    let answer = try await client.send(
                        HTTPExchangeRequest(head: head, body: [body[...]]), deadlines: Deadlines())
                    let text = String(decoding: try await answer.body.collect(upTo: 1 << 20), as: UTF8.self)
                    #expect(answer.head.status == .ok, "\(name) \(request["mode"] ?? ""): \(text)")
                }
            }
            await client.shutdown()
        }
    }

    /// The requests for vectors and ranks that were recorded go to the simulator, too.
    @Test func theSimulatorTakesEveryRecordedDocument() async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "QwenTests/Fixtures/documents")
        try await ServiceRoom.with { simulator, _ in
            let client = HTTPClient()
            let place = try #require(simulator.banner.endpoint("standard-cn"))
            let root = try #require(place.nativeURL).replacing("/api/v1", with: "")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
                let recorded = try JSONValue(parsing: Array(Data(contentsOf: folder.appending(path: name))))
                for row in recorded.array ?? [] {
                    guard let path = row["sent"]?["path"]?.string, let body = row["sent"]?["body"] else { continue }
                    let address = try #require(URL(string: root + path))
                    var head = HTTPRequest(
                        method: .post, scheme: "http", authority: "\(address.host() ?? ""):\(address.port ?? 80)",
                        path: address.path())
                    head.headerFields[.authorization] = "Bearer \(place.key)"
                    head.headerFields[.contentType] = "application/json"
                    let answer = try await client.send(
                        HTTPExchangeRequest(head: head, body: [body.serialized()[...]]), deadlines: Deadlines())
                    let text = String(decoding: try await answer.body.collect(upTo: 1 << 24), as: UTF8.self)
                    #expect(answer.head.status == .ok, "\(name) \(row["request"]?.text ?? ""): \(text)")
                }
            }
            await client.shutdown()
        }
    }
}
