package import Inference

/// What the configuration uses each model for, in the order of listings.
package struct ModelTags: Sendable {
    /// The models that the configuration names, canonical and without repetition.
    package private(set) var references: [ModelRef] = []
    private var tags: [ModelRef: [String]] = [:]

    package init(selector: ModelSelector) {
        let settings = selector.settings
        let roles = [("default", "fallback", settings.chat), ("image", "img-fallback", settings.image)]
        for (primary, fallback, choice) in roles {
            if let text = choice.primary { add(text, primary, selector) }
            for (index, text) in choice.fallbacks.enumerated() { add(text, "\(fallback)#\(index + 1)", selector) }
        }
        for entry in settings.entries where !entry.reference.hasSuffix("/*") {
            add(entry.reference, "configured", selector)
            if let alias = entry.alias { add(entry.reference, "alias:\(alias)", selector) }
        }
    }

    /// The tags of a model.
    package subscript(reference: ModelRef) -> [String] { tags[reference] ?? [] }

    private mutating func add(_ text: String, _ tag: String, _ selector: ModelSelector) {
        var reference = (try? selector.resolve(text))?.reference ?? ModelRef(parsing: text)
        reference?.profile = nil
        guard let reference else { return }
        if tags[reference] == nil { references.append(reference) }
        if tags[reference]?.contains(tag) != true { tags[reference, default: []].append(tag) }
    }
}
