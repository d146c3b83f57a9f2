import Inference
package import OpenClawHost

extension Installation {
    /// The names of the model that a client means, by which keys are limited: what it is in the end, `provider/id` and the
    /// bare id. What the client called it does not count, because an alias could be called anything.
    package func modelNames(_ model: String?) -> [String] {
        let wanted = model.map { $0.lowercased() } ?? ""
        let isDefault =
            wanted.isEmpty || wanted == "openclaw" || wanted.hasPrefix("openclaw/") || wanted.hasPrefix("openclaw:")
        let selection = isDefault ? try? selector.defaultModel() : try? selector.resolve(model ?? "")
        guard let reference = selection?.reference else { return [] }
        return ["\(reference.provider)/\(reference.model)", reference.model.rawValue]
    }
}
