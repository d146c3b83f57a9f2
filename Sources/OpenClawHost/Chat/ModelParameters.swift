import Inference

/// Request fields that the user's configuration adds for a model: `agents.defaults.models.<ref>.params`.
struct ModelParameters {
    private let members: JSONObject

    init(_ members: JSONObject) { self.members = members }

    /// Adds what the request does not say itself. Members that choose where a request goes are no parameters.
    func apply(to request: inout ChatRequest) {
        for (name, value) in wire where !request.has(name) && !ChatRequest.controlMembers.contains(name) {
            request[member: name] = value
        }
    }

    /// The keys below `params` where a request field stands.
    func path(of field: String) -> [String]? {
        if let name = members.keys.first(where: { Self.names[$0] == field }) { return [name] }
        return ["extraBody", "extra_body"].first { members[$0]?[field] != nil }.map { [$0, field] }
    }

    /// The members under their names on the wire.
    private var wire: [(String, JSONValue)] {
        let named = members.members.compactMap { member in
            Self.names[member.key].map { ($0, member.value) }
        }
        let extra = (members["extraBody"] ?? members["extra_body"])?.object?.members ?? []
        return named + extra.map { ($0.key, $0.value) }
    }

    private static let names: [String: String] = {
        let wire = [
            "temperature", "top_p", "max_tokens", "max_completion_tokens", "seed", "stop", "presence_penalty",
            "frequency_penalty", "enable_thinking", "thinking_budget", "reasoning_effort", "parallel_tool_calls",
        ]
        var names = Dictionary(uniqueKeysWithValues: wire.map { ($0, $0) })
        names["topP"] = "top_p"
        names["maxTokens"] = "max_tokens"
        names["presencePenalty"] = "presence_penalty"
        names["frequencyPenalty"] = "frequency_penalty"
        return names
    }()
}
