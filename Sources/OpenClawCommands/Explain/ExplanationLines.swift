import OpenClawHost

/// Lines under labels: `Endpoint  Standard`, and below it `from`, `why` and `not` in a second column. Long texts go on below
/// themselves where the terminal ends.
struct ExplanationLines {
    private(set) var lines: [String] = []
    private let style: TextStyle
    private let columns: Int
    private var label = ""

    private static let indent = 10

    /// - Parameter columns: the width of the terminal, `nil` when nobody watches.
    init(style: TextStyle, columns: Int?) {
        self.style = style
        self.columns = max(columns ?? .max, 40)
    }

    /// The next lines stand under this label.
    mutating func begin(_ label: String) { self.label = label }

    /// The thing itself.
    mutating func add(head: String) { append("", head, style.bold) }

    /// A line as it stands; it may be longer than the terminal is wide.
    mutating func add(line: String) { lines.append(margin() + line) }

    /// A detail that explains.
    mutating func add(_ name: String, _ text: String?) {
        guard let text else { return }
        append(name, text, name == "from" ? { $0 } : style.dim)
    }

    mutating func add(_ fact: ExplainedFact) {
        add("from", fact.source)
        add("why", fact.why)
    }

    private mutating func append(_ name: String, _ text: String, _ paint: (String) -> String) {
        let lead = name.isEmpty ? "" : name + String(repeating: " ", count: max(1, 6 - name.count))
        for (index, piece) in Self.wrapped(text, to: columns - Self.indent - lead.count).enumerated() {
            let start = index == 0 ? lead : String(repeating: " ", count: lead.count)
            lines.append(margin() + style.dim(start) + paint(piece))
        }
    }

    private mutating func margin() -> String {
        defer { label = "" }
        return label + String(repeating: " ", count: max(0, Self.indent - label.count))
    }

    /// The text in pieces of a width, broken at spaces; a longer word stays whole.
    private static func wrapped(_ text: String, to width: Int) -> [String] {
        guard text.count > width else { return [text] }
        var pieces: [String] = []
        for word in text.split(separator: " ") {
            if let last = pieces.last, last.count + 1 + word.count <= width {
                pieces[pieces.count - 1] = last + " " + word
            } else {
                pieces.append(String(word))
            }
        }
        return pieces
    }
}
