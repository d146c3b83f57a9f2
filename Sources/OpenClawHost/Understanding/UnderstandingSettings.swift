package import Inference

/// What `tools.media` says about one kind of media.
package struct UnderstandingSettings: Sendable {
    /// A model that the user wrote down for it.
    struct Entry {
        /// The model, or only its provider.
        var model: String?
        var provider: String?
        var limits: UnderstandingLimits
    }

    package let kind: Modality
    package let isEnabled: Bool
    /// How many files are looked at at a time.
    package let concurrency: Int
    /// What holds for all models of the kind.
    let limits: UnderstandingLimits
    let entries: [Entry]
    /// What stands there and means nothing to this program.
    package let notes: [String]

    package init(_ kind: Modality, settings: SettingsView) {
        self.kind = kind
        let media = settings.value(["tools", "media"])
        let own = media?[kind.rawValue]
        isEnabled = own?["enabled"]?.bool ?? true
        concurrency = min(max(media?["concurrency"]?.int ?? 2, 1), 16)
        limits = UnderstandingLimits(own)
        var notes = ["baseUrl", "headers", "providerOptions"].filter { own?[$0] != nil }.map {
            "tools.media.\(kind).\($0) is not used: requests go where models.providers says"
        }
        var entries: [Entry] = []
        let lists = [("\(kind).models", own?["models"], false), ("models", media?["models"], true)]
        for (name, list, isShared) in lists {
            for (index, value) in (list?.array ?? []).enumerated() {
                if isShared, let wanted = value["capabilities"]?.array, !wanted.contains(.string(kind.rawValue)) {
                    continue
                }
                guard value["command"] == nil, value["type"]?.string != "cli" else {
                    notes.append("tools.media.\(name)[\(index)] is a program; only models are asked here")
                    continue
                }
                entries.append(Entry(value))
            }
        }
        self.entries = entries
        self.notes = notes
    }

    /// - Throws: `.unsupported` when the user has switched it off.
    package func requireEnabled() throws(InferenceError) {
        guard !isEnabled else { return }
        throw InferenceError(
            .unsupported, "tools.media.\(kind).enabled is false, so nothing is looked at",
            hint: "openclaw config set tools.media.\(kind).enabled true")
    }
}

extension UnderstandingSettings.Entry {
    fileprivate init(_ value: JSONValue) {
        let text = { (key: String) in value[key]?.string.flatMap { $0.isEmpty ? nil : $0 } }
        let owner = text("provider")
        let profile = (text("profile") ?? text("preferredProfile")).map { "@" + $0 } ?? ""
        let id = text("model")
        provider = owner
        let prefix = owner.map { $0 + "/" } ?? ""
        model = id.map { ($0.contains("/") ? $0 : prefix + $0) + profile }
        limits = UnderstandingLimits(value)
    }
}
