/// Which tools a request may offer and how it may choose among them.
struct ToolRules {
    private static let longestName = 64

    let card: ModelCard

    func apply(_ json: JSON, to ask: inout ChatAsk) throws(ServiceError) {
        let entries = json["tools"]?.array ?? []
        guard !entries.isEmpty else { return }
        guard card.tools else { throw ServiceError("tools_unsupported") }
        for entry in entries {
            guard let function = entry["function"], let name = function["name"]?.string, !name.isEmpty,
                name.count <= Self.longestName
            else { throw ServiceError("field_required", ["value": "tools.0.function.name"]) }
            guard name != "search" else { throw ServiceError("tool_name_search") }
            ask.tools.append(
                .init(
                    name: name, description: function["description"]?.string ?? "",
                    parameters: function["parameters"] ?? ["type": "object", "properties": [:]],
                    isMarked: entry["cache_control"] != nil))
        }
        ask.parallelTools = json["parallel_tool_calls"]?.bool ?? false
        ask.toolStream = json["tool_stream"]?.bool ?? false
        ask.toolChoice = try choice(json["tool_choice"])
    }

    private func choice(_ value: JSON?) throws(ServiceError) -> ChatAsk.ToolChoice {
        switch value {
        case nil: return .auto
        case .string("auto")?: return .auto
        case .string("none")?: return .none
        case .string("required")?: return .required
        case .object?:
            guard let name = value?["function"]?["name"]?.string else { throw ServiceError("tool_choice_strings") }
            return .function(name)
        default: throw ServiceError("tool_choice_strings")
        }
    }
}
