import Inference

/// Every call streams upstream: some models answer in no other way, and none loses a long answer to a time limit then.
/// Usage is asked for where the endpoint's host sends it, unless the user's entry of the model says otherwise.
struct AlwaysStream: DialectRule {
    static let id = "always-stream"

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        request.stream = true
        if target.model.wire.streamingUsage ?? target.endpoint.streamingUsage {
            request.streamOptionsIncludeUsage = true
        }
        return []
    }
}
