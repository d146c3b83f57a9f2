import Inference

/// What a request is shaped for.
struct DialectTarget: Sendable {
    let model: ModelDescriptor
    let endpoint: Endpoint
    var conflict = ThinkingConflict.keepGuarantee
}
