import Inference

/// How one client is pointed at the gateway. Recipes are data: `openclaw connect` only knows how files of a format are
/// merged.
struct ClientRecipe {
    /// What the user types.
    var id: String
    var aliases: [String]
    /// Its name for people.
    var label: String
    /// The files that it reads.
    var files: [ClientFile]
    /// Variables that it reads, in order.
    var variables: [(name: String, value: String)]
    /// What the user does by hand, before or after.
    var steps: [String]
    /// A command that shows whether it works.
    var check: String?

    init?(_ value: JSONValue) {
        guard let id = value["id"]?.string, let label = value["label"]?.string else { return nil }
        self.id = id
        self.label = label
        aliases = value["aliases"]?.array?.compactMap(\.string) ?? []
        files = value["files"]?.array?.compactMap(ClientFile.init) ?? []
        variables =
            value["variables"]?.object?.members.compactMap { member in
                member.value.string.map { (member.key, $0) }
            } ?? []
        steps = value["steps"]?.array?.compactMap(\.string) ?? []
        check = value["check"]?.string
    }

    /// The recipes of this build.
    static func all(_ text: String) -> [ClientRecipe] {
        ((try? JSONValue(parsing: text))?["clients"]?.array ?? []).compactMap(ClientRecipe.init)
    }

    /// - Throws: `.invalidConfiguration` with the names that there are.
    static func named(_ name: String, in text: String) throws(InferenceError) -> ClientRecipe {
        let recipes = all(text)
        let wanted = name.lowercased()
        if let recipe = recipes.first(where: { $0.id == wanted || $0.aliases.contains(wanted) }) { return recipe }
        throw InferenceError(
            .invalidConfiguration,
            "unknown client '\(name)'; expected \(recipes.map(\.id).joined(separator: ", "))",
            hint: "openclaw connect --help")
    }
}
