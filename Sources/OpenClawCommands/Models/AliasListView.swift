import Inference

/// The aliases in their three shapes.
struct AliasListView: Renderable {
    private let aliases: [(alias: String, reference: String)]

    init(_ aliases: [(alias: String, reference: String)]) { self.aliases = aliases }

    var json: JSONValue { .members { $0["aliases"] = Self.object(aliases) } }

    /// The aliases as an object.
    static func object(_ aliases: [(alias: String, reference: String)]) -> JSONValue {
        .object(JSONObject(aliases.map { ($0.alias, JSONValue.string($0.reference)) }))
    }

    var text: [String] {
        ["Aliases (\(aliases.count)):"]
            + (aliases.isEmpty ? ["- none"] : aliases.map { "- \($0.alias) -> \($0.reference)" })
    }

    var plain: [String] { aliases.map { "\($0.alias) \($0.reference)" } }
}
