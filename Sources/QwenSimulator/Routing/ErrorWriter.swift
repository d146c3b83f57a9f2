import NIOHTTP1

/// Writes an error row in the shape that the called path uses.
struct ErrorWriter: Sendable {
    let errors: ErrorTable

    func reply(_ error: ServiceError, in context: CallContext, status: Int? = nil) -> Reply {
        guard let row = errors[error.row] else { return .text("", type: "text/plain", status: 500) }
        let status = status ?? row.status
        switch row.shape {
        case .empty: return Reply(status: status, headers: [:], body: .whole([]))
        case .html: return .text(row.message, type: "text/html", status: status)
        case .string: return .json(["error": .string(fill(row.message, error, context))], status: status)
        case .native, nil: break
        }
        if context.wantsNativeStream {
            let frame = frame(row.id, values: error.values, in: context, number: 1)
            return .events(.whole(frame.bytes), status: status)
        }
        return .json(body(row, error, context), status: status)
    }

    /// The error as a stream carries it after a 200.
    func frame(_ name: String, values: [String: String], in context: CallContext, number: Int) -> Frame {
        guard let row = errors[name] else { return Frame(.data, "") }
        let body = body(row, ServiceError(name, values), context)
        let text = body.text
        switch context.dialect {
        case .native: return Self.nativeFrame(text, status: row.status, number: number)
        case .anthropic: return Frame(.data, "event: error\ndata: \(text)\n\n")
        case .compatible where context.path.hasSuffix("/responses"):
            return Frame(.data, Self.failedResponse(row, body, context))
        case .compatible where row.shape == .native: return Frame(.data, "event:error\ndata:\(text)\n\n")
        case .compatible: return Frame(.data, "data: \(text)\n\n")
        }
    }

    /// A stream of the Responses protocol ends with a failed response.
    private static func failedResponse(_ row: ErrorRow, _ body: JSON, _ context: CallContext) -> String {
        let response: JSON = [
            "id": .string(context.requestID), "object": "response", "status": "failed", "output": [],
            "model": .orNull(context.model), "created_at": .integer(context.created),
            "error": ["code": .string(row.code ?? row.nativeCode), "message": body["error"]?["message"] ?? ""],
        ]
        let event: JSON = ["type": "response.failed", "sequence_number": 999, "response": response]
        return "event:response.failed\ndata:\(event.text)\n\n"
    }

    static func nativeFrame(_ body: String, status: Int, number: Int) -> Frame {
        Frame(.data, "id:\(number)\nevent:error\n:HTTP_STATUS/\(status)\ndata:\(body)\n\n")
    }

    func body(_ row: ErrorRow, _ error: ServiceError, _ context: CallContext) -> JSON {
        let message = fill(row.message, error, context)
        if context.dialect == .native || row.shape == .native {
            return [
                "code": .string(row.nativeCode), "message": .string(fill(row.nativeMessage, error, context)),
                "request_id": .string(context.requestID),
            ]
        }
        if context.dialect == .anthropic {
            return [
                "type": "error",
                "error": ["type": .string(Self.anthropicType(row.status)), "message": .string(message)],
                "request_id": .string(context.requestID),
            ]
        }
        return [
            "error": [
                "message": .string(message), "type": .orNull(row.type), "param": nil,
                "code": .orNull(row.code),
            ],
            "request_id": .string(context.requestID),
        ]
    }

    private func fill(_ text: String, _ error: ServiceError, _ context: CallContext) -> String {
        guard text.contains("{") else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            filled += error.values[name] ?? fallback(name, context)
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private func fallback(_ name: String, _ context: CallContext) -> String {
        switch name {
        case "model": context.model ?? "unknown"
        case "max": "65536"
        case "index": "0"
        case "reset": "12-31 16:00:00"
        default: "unknown"
        }
    }

    private static func anthropicType(_ status: Int) -> String {
        switch status {
        case 401: "authentication_error"
        case 403: "permission_error"
        case 404: "not_found_error"
        case 413: "request_too_large"
        case 429: "rate_limit_error"
        case 503, 529: "overloaded_error"
        case 500...: "api_error"
        default: "invalid_request_error"
        }
    }
}
