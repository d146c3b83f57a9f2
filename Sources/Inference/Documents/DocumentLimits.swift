/// What one request for vectors or ranks may hold.
struct DocumentLimits {
    /// All files inside one request together, encoded: below what services commonly take.
    private static let characters = 10_000_000

    let count: Int
    let media: [InputRule]

    /// The same inputs in the same order, in groups of which each is one request.
    func groups(_ inputs: [DocumentInput]) -> [[DocumentInput]] {
        var groups: [[DocumentInput]] = []
        var group: [DocumentInput] = []
        for input in inputs {
            if !group.isEmpty, !fits(group + [input]) {
                groups.append(group)
                group = []
            }
            group.append(input)
        }
        return group.isEmpty ? groups : groups + [group]
    }

    private func fits(_ group: [DocumentInput]) -> Bool {
        guard group.count <= count else { return false }
        let inline = group.filter { $0.kind != .text }.reduce(0) { $0 + $1.value.utf8.count }
        guard inline <= Self.characters else { return false }
        return media.allSatisfy { rule in group.count { $0.kind == rule.kind } <= rule.count.upperBound }
    }
}

extension DocumentInput {
    /// Holds inputs against what a model takes.
    ///
    /// - Throws: `.invalidRequest` with what it takes.
    public static func check(
        _ inputs: [DocumentInput], against media: [InputRule], of model: ModelID
    ) throws(InferenceError) {
        for input in inputs where input.kind != .text {
            guard let rule = media.first(where: { $0.kind == input.kind }) else {
                let kinds = (["text"] + media.map(\.kind.rawValue)).joined(separator: ", ")
                throw InferenceError(.invalidRequest, "\(model) takes \(kinds), got \(input.kind)")
            }
            guard rule.isInlined || !input.value.hasPrefix("data:") else {
                throw InferenceError(
                    .invalidRequest, "\(model) takes \(input.kind) by its address only; expected https://")
            }
            try rule.check(input.facts, for: model)
        }
        for rule in media {
            let count = inputs.count { $0.kind == rule.kind }
            guard count <= rule.count.upperBound else {
                throw InferenceError(
                    .invalidRequest,
                    "\(model) takes at most \(rule.count.upperBound) \(rule.kind)\(rule.count.upperBound == 1 ? "" : "s") at once, got \(count)"
                )
            }
        }
    }
}
