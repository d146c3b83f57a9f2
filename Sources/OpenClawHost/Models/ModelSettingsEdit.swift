package import Inference

/// Changes to the model settings of a configuration. Pure: somebody else writes.
package struct ModelSettingsEdit: Hashable, Sendable {
    /// Which models a setting is about.
    package enum Role: String, Sendable {
        /// `agents.defaults.model`
        case chat = "model"
        /// `agents.defaults.imageModel`
        case image = "imageModel"
    }

    package private(set) var edits: [ConfigurationEdit] = []
    private let root: JSONValue

    /// - Parameter configuration: the configuration as it is written, variables unreplaced.
    package init(configuration: JSONValue) { root = configuration }

    /// Makes a model the first choice. Fallbacks stay.
    package mutating func setPrimary(_ reference: ModelRef, for role: Role) {
        let text = JSONValue.string(reference.description)
        switch choice(role) {
        case .string: change(path(role), text)
        default: change(path(role) + ["primary"], text)
        }
        addEntry(reference)
    }

    /// Replaces the fallbacks. Entries stay known when they are no fallback any more.
    package mutating func setFallbacks(_ references: [String], for role: Role) {
        let list = JSONValue.array(references.map(JSONValue.string))
        switch choice(role) {
        case .string(let primary): change(path(role), ["primary": .string(primary), "fallbacks": list])
        default: change(path(role) + ["fallbacks"], list)
        }
    }

    /// Makes sure that the model stands in `agents.defaults.models`, which older versions take for the list of models
    /// that may be chosen.
    package mutating func addEntry(_ reference: ModelRef) {
        var reference = reference
        reference.profile = nil
        let path = Self.defaults + ["models"]
        let key = reference.description
        let known = value(path)?.object?.keys ?? []
        guard !known.contains(where: { $0.lowercased() == key.lowercased() }) else { return }
        change(path + [key], .object(JSONObject()))
    }

    /// Gives a model an alias, or with `nil` takes it away.
    ///
    /// - Parameter key: the model's key in `agents.defaults.models`.
    package mutating func setAlias(_ alias: String?, forEntry key: String) {
        let path = Self.defaults + ["models", key]
        if value(path) == nil, let alias {
            change(path, ["alias": .string(alias)])
        } else {
            change(path + ["alias"], alias.map(JSONValue.string))
        }
    }

    private static let defaults = ["agents", "defaults"]

    private func path(_ role: Role) -> [String] { Self.defaults + [role.rawValue] }

    private func choice(_ role: Role) -> JSONValue? { value(path(role)) }

    private func value(_ path: [String]) -> JSONValue? { path.reduce(Optional(root)) { $0?[$1] } }

    private mutating func change(_ path: [String], _ value: JSONValue?) {
        guard self.value(path) != value else { return }
        let place = ConfigurationPath(path.map { .key($0) })
        edits.append(value.map { .set(place, $0) } ?? .unset(place))
    }
}
