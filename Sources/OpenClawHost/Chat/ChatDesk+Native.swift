package import Inference

extension ChatDesk {
    /// The model that a request in a service's own protocol names; without one, any of a provider that has such a protocol.
    ///
    /// - Throws: as `candidates`; `.unsupported` when no provider speaks a protocol of its own.
    package func nativeSelection(named name: String?) throws(InferenceError) -> ModelSelection {
        if let name {
            let found = try candidates(named: name)
            guard let first = found.first, first.entry.provider.native != nil else { throw Self.withoutNative }
            return first
        }
        if let usual = try? candidates(named: nil).first, usual.entry.provider.native != nil { return usual }
        for entry in selector.registry.entries where entry.provider.native != nil {
            return try selector.resolve("\(entry.id)/\(entry.provider.manifest.defaults.chat)")
        }
        throw Self.withoutNative
    }

    /// Whether an account of the user's for a model speaks a protocol.
    package func speaks(_ spoken: ServiceProtocol, to name: String?) -> Bool {
        guard let selection = try? nativeSelection(named: name) else { return false }
        return dispatcher.speaks(spoken, to: selection)
    }

    private static var withoutNative: InferenceError {
        InferenceError(
            .unsupported, "the provider of this model has no protocol of its own that could be relayed",
            hint: "openclaw models list --all")
    }
}
