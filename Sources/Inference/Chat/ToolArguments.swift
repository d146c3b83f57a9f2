/// The arguments of a tool call after reading them.
public enum ToolArguments: Hashable, Sendable {
    /// They are JSON.
    case value(JSONValue)
    /// They are not; what the model wrote is kept.
    case invalid(raw: String, error: JSONSyntaxError)

    /// The value, `nil` when the arguments are no JSON.
    public var value: JSONValue? { if case .value(let value) = self { value } else { nil } }
}

extension ToolCall {
    /// The arguments as JSON. An empty text is an empty object, which is how services write a call without arguments;
    /// anything else that is no JSON stays what it is.
    public var parsedArguments: ToolArguments {
        if arguments.trimmingASCIIWhitespace().isEmpty { return .value([:]) }
        do {
            return .value(try JSONValue(parsing: arguments))
        } catch {
            return .invalid(raw: arguments, error: error)
        }
    }

    /// The arguments as a type of your own.
    ///
    /// - Throws: `InferenceError` with code `.malformedResponse` when they are no JSON or do not fit.
    public func decodedArguments<T: Decodable>(as type: T.Type = T.self) throws(InferenceError) -> T {
        switch parsedArguments {
        case .invalid(_, let error):
            throw InferenceError(.malformedResponse, "expected JSON arguments for tool '\(name)': \(error)")
        case .value(let value):
            do {
                return try value.decode(type)
            } catch {
                throw InferenceError(.malformedResponse, "the arguments of tool '\(name)' do not fit \(type)")
            }
        }
    }

    /// The call as an element of `tool_calls`.
    public var value: JSONValue {
        [
            "id": .string(id), "type": "function",
            "function": ["name": .string(name), "arguments": .string(arguments)],
        ]
    }
}
