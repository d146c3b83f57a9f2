/// Collects what a conformance check found.
struct Findings {
    private(set) var sentences: [String] = []

    mutating func add(_ sentence: String) { sentences.append(sentence) }

    mutating func unique(_ ids: [String], _ kind: String) {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted { add("\(kind) '\(id)' occurs twice") }
    }
}
