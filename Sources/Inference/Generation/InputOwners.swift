/// Inputs that belong to others, such as the voice of somebody on a picture.
public struct InputOwners: Sendable {
    private let model: ModelID

    init(model: ModelID) { self.model = model }

    /// Which input each of them belongs to, both by their places in the list.
    ///
    /// - Returns: what cannot be assigned is missing.
    public static func assign(_ inputs: [GenerationPlan.PlannedInput]) -> [Int: Int] {
        var owners: [Int: Int] = [:]
        for (index, planned) in inputs.enumerated() {
            guard let roles = planned.rule.belongsTo else { continue }
            let candidates = inputs.indices.filter { roles.contains(inputs[$0].rule.role) }
            let free = candidates.filter { !owners.values.contains($0) }
            if let number = planned.input.owner {
                guard candidates.indices.contains(number - 1), free.contains(candidates[number - 1]) else { continue }
                owners[index] = candidates[number - 1]
            } else {
                owners[index] = free.first
            }
        }
        return owners
    }

    /// - Throws: `.invalidRequest` when one has nobody to belong to.
    func check(_ inputs: [GenerationPlan.PlannedInput]) throws(InferenceError) {
        let owners = Self.assign(inputs)
        for (index, planned) in inputs.enumerated() {
            guard let roles = planned.rule.belongsTo, owners[index] == nil else { continue }
            let names = roles.map(\.rawValue).joined(separator: " or ")
            let wish = planned.input.owner.map { " with the number \($0)" } ?? ""
            throw InferenceError(
                .invalidRequest,
                "the \(planned.rule.role) belongs to nothing; \(model) takes one for each \(names)\(wish)")
        }
    }
}
