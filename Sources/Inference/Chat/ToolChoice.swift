/// Whether the model may, must or must not call tools.
public enum ToolChoice: Hashable, Sendable {
    /// The model decides.
    case auto
    /// No call.
    case none
    /// At least one call.
    case required
    /// A call of this function.
    case function(String)
    /// A choice that this version does not know, as it came.
    case other(JSONValue)

    /// Reads the member `tool_choice`.
    public init(_ value: JSONValue) {
        switch value {
        case "auto": self = .auto
        case "none": self = .none
        case "required": self = .required
        default:
            if value["type"]?.string == "function", let name = value["function"]?["name"]?.string {
                self = .function(name)
            } else {
                self = .other(value)
            }
        }
    }

    /// The choice as the member `tool_choice`.
    public var value: JSONValue {
        switch self {
        case .auto: "auto"
        case .none: "none"
        case .required: "required"
        case .function(let name): ["type": "function", "function": ["name": .string(name)]]
        case .other(let value): value
        }
    }

    /// Whether the model has no choice but to call.
    public var isForced: Bool {
        switch self {
        case .required, .function: true
        case .auto, .none, .other: false
        }
    }
}
