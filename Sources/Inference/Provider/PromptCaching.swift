/// Whether prompts are marked, so that the service keeps their beginnings for the next requests.
///
/// Marks change nothing that a model reads. Marks that a request has already are never changed or added to.
public enum PromptCaching: String, Hashable, Sendable, CaseIterable {
    /// Where the catalogue says that it pays.
    case auto
    /// Wherever the model takes marks, whatever is known of prices.
    case on
    /// Nowhere.
    case off
}
