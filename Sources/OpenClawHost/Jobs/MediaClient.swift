package import Inference

/// A client for whom something is made, and how far it may go.
package struct MediaClient: Sendable {
    /// The name of its virtual key; `nil` for the owner of the installation, who sees everything.
    package var name: String?
    /// Throws when it may not use a model, by its whole name.
    package var permit: @Sendable (String) throws(InferenceError) -> Void
    /// Throws when it has no money for all of these together.
    package var afford: @Sendable ([CostEstimate]) throws(InferenceError) -> Void

    package init(
        name: String?, permit: @escaping @Sendable (String) throws(InferenceError) -> Void,
        afford: @escaping @Sendable ([CostEstimate]) throws(InferenceError) -> Void
    ) {
        self.name = name
        self.permit = permit
        self.afford = afford
    }

    func owns(_ job: Job) -> Bool { name == nil || job.owner == name }
}
