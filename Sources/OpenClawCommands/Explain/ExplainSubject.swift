/// What the argument of `explain` means.
enum ExplainSubject: Hashable, Sendable {
    /// A model, `nil` for the default one.
    case model(String?)

    init(_ argument: String?) { self = .model(argument) }
}
