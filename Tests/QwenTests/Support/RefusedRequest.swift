import Inference

/// Wrong wishes of one model, made of what its row says, as JSON that a fixture can hold.
struct RefusedRequest {
    let support: GenerationSupport

    /// Wishes that break one rule each.
    var candidates: [JSONValue] {
        support.modes.flatMap { mode -> [JSONValue] in
            let base = Wish(mode)
            let groups: [[JSONValue]] = [
                base.withoutPrompt, base.withStrangers, base.withTooMany, base.withWrongFiles, base.withWrongParameters,
                base.withTooFew,
            ]
            return groups.flatMap(\.self)
        }
    }

    /// A wish that a mode takes, to be spoilt.
    private struct Wish {
        let mode: GenerationModeSupport
        var options: JSONObject
        var inputs: [JSONObject]

        init(_ mode: GenerationModeSupport) {
            self.mode = mode
            options = JSONObject()
            if let name = mode.switchParameter { options[name] = true }
            if let function = mode.function { options["function"] = .string(function) }
            for rule in mode.parameters where rule.isRequired && rule.initial == nil { options[rule.name] = "en" }
            inputs = mode.inputs.flatMap { rule in (0..<rule.count.lowerBound).map { _ in Self.input(rule) } }
            let first = mode.inputs.first
            while let first, inputs.count < mode.inputCount?.lowerBound ?? 0 {
                inputs.append(Self.input(inputs.isEmpty ? first : mode.inputs[min(1, mode.inputs.count - 1)]))
            }
        }

        static func input(_ rule: InputRule) -> JSONObject {
            ["kind": .string(rule.kind.rawValue), "role": .string(rule.role.rawValue)]
        }

        private func document(
            prompt: String? = "a paper crane", inputs: [JSONObject]? = nil, options extra: JSONObject = JSONObject()
        ) -> JSONValue {
            var options = options
            for member in extra.members { options[member.key] = member.value }
            return .members { object in
                object["prompt"] = mode.takesPrompt ? prompt.map { .string($0) } : nil
                object["inputs"] = .array((inputs ?? self.inputs).map { .object($0) })
                object["options"] = .object(options)
            }
        }

        var withoutPrompt: [JSONValue] { mode.isPromptRequired ? [document(prompt: "  ")] : [] }

        var withStrangers: [JSONValue] {
            [
                document(options: ["no_such_parameter": 1]),
                document(inputs: inputs + [["kind": "audio", "role": "narrator"]]),
            ]
        }

        var withTooMany: [JSONValue] {
            mode.inputs.map { rule in
                let others = inputs.filter { $0["role"] != .string(rule.role.rawValue) }
                return document(
                    inputs: others + Array(repeating: Self.input(rule), count: rule.count.upperBound + 1))
            }
        }

        var withTooFew: [JSONValue] { inputs.isEmpty ? [] : [document(inputs: Array(inputs.dropLast()))] }

        /// Files of which one thing is wrong.
        var withWrongFiles: [JSONValue] {
            mode.inputs.flatMap { rule -> [JSONValue] in
                var files: [JSONObject] = []
                func add(_ changes: JSONObject) {
                    var file = Self.input(rule)
                    for member in changes.members { file[member.key] = member.value }
                    files.append(file)
                }
                if !rule.mediaTypes.isEmpty { add(["mediaType": "application/x-unheard-of"]) }
                if let limit = rule.maxBytes { add(["bytes": .int(limit + 1)]) }
                if let sides = rule.sides {
                    add(["width": .int(sides.lowerBound - 1), "height": .int(sides.lowerBound)])
                    add(["width": .int(sides.upperBound), "height": .int(sides.upperBound + 1)])
                }
                if let limit = rule.maxElongation {
                    let short = (rule.sides?.lowerBound ?? 100)
                    add(["width": .int(Int(Double(short) * limit) + 50), "height": .int(short)])
                }
                if let seconds = rule.seconds { add(["seconds": .int(Int(seconds.upperBound) + 1)]) }
                let others = inputs.filter { $0["role"] != .string(rule.role.rawValue) }
                return files.map { document(inputs: others + [$0]) }
            }
        }

        var withWrongParameters: [JSONValue] {
            mode.parameters.filter { $0.name != mode.switchParameter }.flatMap { rule -> [JSONValue] in
                var values: [JSONValue] = []
                switch rule.type {
                case .flag: values = ["yes"]
                case .text: values = rule.values.isEmpty ? [1] : ["unheard-of"]
                case .integer, .number:
                    values = ["many"] + [rule.range.map { .int(Int($0.upperBound) + 1) }].compactMap(\.self)
                case .list:
                    values = ["none"]
                    if rule.range != nil || rule.eachOf != nil { values.append([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) }
                case .object: values = ["none"]
                }
                var documents = values.map { document(options: [rule.name: $0]) }
                if let condition = rule.condition, let value = rule.values.first {
                    let opposite: JSONObject = [
                        rule.name: .string(value), condition.parameter: .bool(condition.value == false),
                    ]
                    documents.append(document(options: opposite))
                }
                return documents
            }
        }
    }

    /// What a model says to a wish; `nil` when it takes it.
    func refusal(of wish: JSONValue) -> InferenceError? {
        var request = GenerationRequest(kind: support.kind, prompt: wish["prompt"]?.string)
        request.options = wish["options"]?.object ?? JSONObject()
        for input in wish["inputs"]?.array ?? [] {
            let facts = MediaFacts(
                mediaType: input["mediaType"]?.string, byteCount: input["bytes"]?.int,
                size: input["width"]?.int.flatMap { width in
                    input["height"]?.int.map { PixelSize(width: width, height: $0) }
                }, seconds: input["seconds"]?.double)
            request.inputs.append(
                GenerationInput(
                    kind: Modality(input["kind"]?.string ?? ""), role: input["role"]?.string.map { InputRole($0) },
                    source: .address("https://example.com/file"), facts: facts))
        }
        do throws(InferenceError) {
            _ = try GenerationPlanner(support: support, endpoint: support.endpoints[0]).plan(request)
            return nil
        } catch {
            return error
        }
    }
}

extension JSONValue {
    /// An object that a closure fills.
    static func members(_ fill: (inout JSONObject) -> Void) -> JSONValue {
        var object = JSONObject()
        fill(&object)
        return .object(object)
    }
}
