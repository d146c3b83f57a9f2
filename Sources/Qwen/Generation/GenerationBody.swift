import Inference

/// Writes the document of a generation in the protocol generation that its model speaks.
struct GenerationBody {
    let plan: GenerationPlan
    /// One text for each input, in order.
    let sources: [String]

    var value: JSONValue {
        var body: JSONObject = ["model": .string(plan.model.rawValue), "input": .object(input)]
        var parameters = parameters
        if GenerationWire(plan.wire).saysCount(of: plan.kind) { parameters["n"] = .int(plan.count) }
        body["parameters"] = .object(parameters)
        return .object(body)
    }

    private var input: JSONObject { GenerationWire(plan.wire).hasMessages ? messages : members }

    /// One message with the pictures in order and the text.
    private var messages: JSONObject {
        var content = sources.map { JSONValue.object(["image": .string($0)]) }
        content.append(.object(["text": .string(plan.prompt ?? "")]))
        return ["messages": .array([.object(["role": "user", "content": .array(content)])])]
    }

    /// Members that models name differently, or a list of typed media.
    private var members: JSONObject {
        var input = JSONObject()
        input["function"] = plan.function.map { .string($0) }
        input["prompt"] = plan.prompt.map { .string($0) }
        for name in GenerationWire(plan.wire).inputParameters {
            if let value = plan.parameters[name] { input[name] = value }
        }
        let owners = InputOwners.assign(plan.inputs)
        var media: [JSONValue] = []
        for (index, (planned, source)) in zip(plan.inputs, sources).enumerated() {
            let place = planned.rule.place
            // It stands with the input that it belongs to.
            if planned.rule.belongsTo != nil { continue }
            if place.hasPrefix("media:") {
                var item: JSONObject = ["type": .string(String(place.dropFirst(6))), "url": .string(source)]
                for (own, owner) in owners where owner == index {
                    item[plan.inputs[own].rule.place] = .string(sources[own])
                }
                media.append(.object(item))
            } else if place.hasSuffix("[]") {
                let name = String(place.dropLast(2))
                input[name] = .array((input[name]?.array ?? []) + [.string(source)])
            } else {
                input[place] = .string(source)
            }
        }
        if !media.isEmpty { input["media"] = .array(media) }
        return input
    }

    private var parameters: JSONObject {
        var parameters = JSONObject()
        switch plan.frame {
        case .unsaid: break
        case .size(let size): parameters["size"] = .string("\(size.width)*\(size.height)")
        case .word(let word): parameters["size"] = .string(word)
        case .resolution(let name, let ratio):
            parameters["resolution"] = .string(name)
            parameters["ratio"] = ratio.map { .string($0.rawValue) }
        }
        parameters["duration"] = plan.seconds.map { .int($0) }
        let isElsewhere = GenerationWire(plan.wire).inputParameters
        for member in plan.parameters.members where !isElsewhere.contains(member.key) {
            parameters[member.key] = member.value
        }
        return parameters
    }
}
