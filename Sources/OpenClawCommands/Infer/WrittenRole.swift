import Inference

/// What an input is for, as it is written: a name, and behind a colon the number of the input that it belongs to.
struct WrittenRole {
    let role: InputRole?
    let owner: Int?
    let isValid: Bool

    init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        role = name.isEmpty ? nil : InputRole(name)
        owner = parts.count > 1 ? Int(parts[1]) : nil
        isValid = parts.count == 1 || (owner ?? 0) > 0 && role != nil
    }
}
