import Inference

/// The shape in which a client wants its answer.
struct DashScopeForm: Sendable {
    /// Whether content is a list of parts.
    let isMultimodal: Bool
    /// Whether the answer is a bare text instead of a message.
    let isBareText: Bool
    /// Whether events hold what is new instead of all so far.
    let isIncremental: Bool

    /// A message it has to be as soon as there is more to say than text.
    init(_ path: DashScopeDialect.Path, _ parameters: JSONNode?) {
        isMultimodal = path == .multimodal
        let hasMore = parameters?["enable_thinking"]?.bool == true || (parameters?["tools"]?.count ?? 0) > 0
        isBareText = path == .text && (parameters?.present("result_format")?.string ?? "text") == "text" && !hasMore
        isIncremental = parameters?["incremental_output"]?.bool ?? false
    }
}
