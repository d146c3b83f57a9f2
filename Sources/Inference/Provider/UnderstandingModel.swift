/// What models of a provider look at: limits that files are held against before anything is sent.
///
/// Descriptions themselves are chat: a message with text and media parts.
public protocol UnderstandingModel: Sendable {
    /// What a model takes, one rule for each kind of media; empty when nothing is known of the model.
    func rules(for model: ModelID) throws(InferenceError) -> [InputRule]
}
