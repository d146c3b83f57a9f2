import Inference

/// Calls stream upstream: some models answer in no other way, and none loses a long answer to a time limit then. Only what is
/// wanted whole from a model that does not think first is asked for whole. Usage is asked for where the endpoint's host sends
/// it, unless the user's entry of the model says otherwise.
struct AlwaysStream: DialectRule {
    static let id = "always-stream"

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard !isGivenWhole(request, target) else {
            // Without the member an answer is given whole.
            guard request.members.contains(.stream) else { return [] }
            if request.stream != false, request.has("stream") { request.stream = false }
            if request.has("stream_options") { request[member: "stream_options"] = nil }
            return []
        }
        request.stream = true
        if target.model.wire.streamingUsage ?? target.endpoint.streamingUsage {
            request.streamOptionsIncludeUsage = true
        }
        return []
    }

    private func isGivenWhole(_ request: ChatRequest, _ target: DialectTarget) -> Bool {
        target.isWantedWhole && !target.model.wire.streamOnly && !ThinkingState(target).isOn(in: request)
    }
}
