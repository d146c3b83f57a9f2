import Inference

/// The members of a request, whether it came as JSON or as a form. What nobody asked for is told.
struct MediaMembers {
    private let values: JSONObject
    /// Members whose texts may stand for numbers and the like, as in a form.
    private let isForm: Bool
    private var known: Set<String> = []

    /// - Throws: `.invalidRequest` for what is no JSON object, says something twice, or chooses where it goes.
    init(_ call: MediaCall) throws(InferenceError) {
        guard let form = call.form else {
            values = try ClientDocument.root(of: call.call.body).value.object ?? JSONObject()
            isForm = false
            return
        }
        var values = JSONObject()
        for (name, value) in form.fields where name.hasSuffix("[]") {
            let plain = String(name.dropLast(2))
            values[plain] = .array((values[plain]?.array ?? []) + [.string(value)])
        }
        for (name, value) in form.fields where !name.hasSuffix("[]") {
            guard !ChatRequest.controlMembers.contains(name) else {
                throw InferenceError(
                    .invalidRequest, "expected no member '\(name)': endpoints and keys come from the configuration")
            }
            guard values[name] == nil else {
                throw InferenceError(.invalidRequest, "expected '\(HeaderText.shortened(name))' once")
            }
            values[name] = .string(value)
        }
        self.values = values
        isForm = true
    }

    mutating func value(_ name: String) -> JSONValue? {
        known.insert(name)
        guard let value = values[name], value != .null else { return nil }
        return value
    }

    mutating func text(_ name: String) throws(InferenceError) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string else { throw Self.refusal(name, "a text") }
        return text.isEmpty ? nil : text
    }

    mutating func whole(_ name: String) throws(InferenceError) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.int ?? (isForm ? value.string.flatMap { Int($0) } : nil) else {
            throw Self.refusal(name, "a whole number")
        }
        return number
    }

    /// A number, which some clients write as a text.
    mutating func number(_ name: String) throws(InferenceError) -> Double? {
        guard let value = value(name) else { return nil }
        guard let number = value.double ?? value.string.flatMap({ Double($0) }), number.isFinite else {
            throw Self.refusal(name, "a number")
        }
        return number
    }

    mutating func flag(_ name: String) throws(InferenceError) -> Bool? {
        guard let value = value(name) else { return nil }
        guard let flag = value.bool ?? (isForm ? ["true": true, "false": false][value.string ?? ""] : nil) else {
            throw Self.refusal(name, "true or false")
        }
        return flag
    }

    /// One of a few words.
    mutating func word(_ name: String, of words: [String]) throws(InferenceError) -> String? {
        guard let word = try text(name) else { return nil }
        guard words.contains(word) else { throw Self.refusal(name, words.joined(separator: ", ")) }
        return word
    }

    /// A list of words.
    mutating func names(_ name: String) -> [String] { value(name)?.array?.compactMap(\.string) ?? [] }

    /// Members that belong together: an object, or `name[member]` in a form.
    mutating func object(_ name: String) throws(InferenceError) -> JSONObject? {
        let parts = values.members.filter { $0.key.hasPrefix(name + "[") && $0.key.hasSuffix("]") }
        if isForm, !parts.isEmpty {
            known.formUnion(parts.map(\.key))
            return JSONObject(
                parts.map { (String($0.key.dropFirst(name.count + 1).dropLast()), Self.plain($0.value)) })
        }
        guard let value = value(name) else { return nil }
        guard let object = value.object else { throw Self.refusal(name, "an object") }
        return object
    }

    /// What was not asked for, as an adjustment.
    func rest() -> [Adjustment] {
        let others = values.keys.filter { !known.contains($0) }.prefix(8).map(HeaderText.shortened)
        guard !others.isEmpty else { return [] }
        return [
            Adjustment(
                rule: "members-not-carried",
                message: "without counterpart, not sent: \(others.joined(separator: ", "))")
        ]
    }

    /// A text of a form as what it stands for.
    private static func plain(_ value: JSONValue) -> JSONValue {
        value.string.flatMap { try? JSONValue(parsing: $0) } ?? value
    }

    static func refusal(_ name: String, _ expected: String) -> InferenceError {
        InferenceError(.invalidRequest, "expected '\(name)' to be \(expected)")
    }
}
