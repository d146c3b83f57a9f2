/// One thing about a request: what it is, where that stands, and the rule that made it so.
package struct ExplainedFact: Hashable, Sendable {
    package var value: String
    /// A file with its line, a variable, a profile, or the catalogue; `nil` when it stands nowhere.
    package var source: String?
    package var why: String

    package init(_ value: String, source: String? = nil, why: String) {
        self.value = value
        self.source = source
        self.why = why
    }
}

/// Something that could have been used instead, and why it is not.
package struct PassedOver: Hashable, Sendable {
    package var name: String
    /// The reason for programs.
    package var code: String
    package var reason: String

    package init(_ name: String, code: String, reason: String) {
        self.name = name
        self.code = code
        self.reason = reason
    }

    /// Nothing is there: worth a word only when nothing is anywhere.
    package var isAbsent: Bool { code == "not_set" }
}
