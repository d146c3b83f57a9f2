import Inference
import OpenClawHost

/// A listing in its three shapes.
struct ModelListView: Renderable {
    private let rows: [ListedModel]

    init(_ listing: ModelListing) { rows = listing.rows }

    var json: JSONValue {
        ["count": .int(rows.count), "models": .array(rows.map(\.json))]
    }

    var text: [String] {
        guard !rows.isEmpty else { return ["No models found."] }
        let inputs = rows.map(\.inputText)
        var table = TextTable(columns: [
            .init("Model", width: 42), .init("Input", width: max(10, inputs.map(\.count).max() ?? 0)),
            .init("Ctx", width: 8), .init("Local", width: 5), .init("Auth", width: 5), .init("Tags", width: 1),
        ])
        for (row, input) in zip(rows, inputs) {
            table.append([
                row.reference.description, input, row.contextText, row.isMissing ? "-" : row.isLocal ? "yes" : "no",
                row.isMissing ? "-" : row.hasCredential ? "yes" : "no", row.tagText,
            ])
        }
        return table.lines
    }

    var plain: [String] { rows.map(\.reference.description) }
}

extension ListedModel {
    fileprivate var inputText: String { input.isEmpty ? "-" : input.map(\.rawValue).joined(separator: "+") }

    fileprivate var contextText: String {
        guard let contextWindow else { return "-" }
        let window = Self.short(contextWindow)
        return contextTokens.map { "\(Self.short($0))/\(window)" } ?? window
    }

    fileprivate var tagText: String {
        (tags + (unavailability.map { ["(\($0))"] } ?? [])).joined(separator: ",")
    }

    fileprivate var json: JSONValue {
        var object = JSONObject([
            ("key", .string(reference.description)), ("name", .string(name)),
            ("input", .string(input.isEmpty ? "-" : input.map(\.rawValue).joined(separator: "+"))),
            ("contextWindow", contextWindow.map { .int($0) } ?? .null),
        ])
        object["contextTokens"] = contextTokens.map { .int($0) }
        object["local"] = isMissing ? .null : .bool(isLocal)
        object["available"] = isMissing ? .null : .bool(hasCredential)
        object["tags"] = .array(tags.map { .string($0) })
        object["missing"] = .bool(isMissing)
        object["unavailable"] = unavailability.map { .string($0) }
        return .object(object)
    }

    /// Tokens as listings show them: `977k` for a million.
    private static func short(_ tokens: Int) -> String { tokens < 1024 ? "\(tokens)" : "\((tokens + 512) / 1024)k" }
}
