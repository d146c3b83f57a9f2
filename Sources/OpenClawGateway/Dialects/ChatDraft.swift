import Inference

/// A chat completion while it is written from a request of another protocol.
///
/// Texts are copied as they are escaped in the client's document; nothing long is decoded.
struct ChatDraft {
    var text = JSONComposer()
    private(set) var adjustments: [Adjustment] = []

    /// Notes what was changed, once for each rule.
    mutating func note(_ rule: String, _ message: String) {
        guard !adjustments.contains(where: { $0.rule == rule }) else { return }
        adjustments.append(Adjustment(rule: rule, message: message))
    }

    /// Copies members of the client's document that have the same meaning and name.
    mutating func copy(_ names: [StaticString], from root: JSONNode) {
        for name in names {
            if let node = root.present(name.description) { text.member(name, node) }
        }
    }

    /// Names the members that have no counterpart.
    mutating func noteOthers(than known: Set<String>, in root: JSONNode) {
        let others = root.members.filter { !known.contains($0.key) && !$0.value.isNull }.map(\.key)
        guard !others.isEmpty else { return }
        let names = others.prefix(8).map(HeaderText.shortened).joined(separator: ", ")
        note("members-not-carried", "without counterpart, not sent: \(names)")
    }

    /// The request that was written.
    func request() throws(InferenceError) -> ChatRequest { try ChatRequest(parsing: text.bytes) }
}
