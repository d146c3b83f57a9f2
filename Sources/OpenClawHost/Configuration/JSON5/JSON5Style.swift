import Inference

/// How the author of a text writes, so that what is added looks like the rest.
struct JSON5Style {
    enum KeyQuote { case none, single, double }

    var keyQuote = KeyQuote.double
    var stringQuote: Unicode.Scalar = "\""
    /// One level of indentation.
    var indent = "  "
    var lineEnd = "\n"
    var hasTrailingCommas = false
    var isMultiline = true
    /// Whether lists of scalars stand on one line.
    var hasInlineLists = false
    /// What follows a colon or comma on a line.
    var gap = " "
    /// What stands inside of the braces of an object on one line.
    var padding = " "

    init() {}

    init(of document: JSON5Document) {
        guard let root = document.root else { return }
        var survey = JSON5StyleSurvey(text: JSON5Text(bytes: document.bytes))
        survey.visit(root)
        self = survey.style(root: root)
    }
}

/// Collects the habits of a text in one walk.
private struct JSON5StyleSurvey {
    let text: JSON5Text
    private var firstKeyQuote: UInt8?
    private var firstStringQuote: UInt8?
    private var inlineLists: Bool?
    private var gap: String?
    private var padding: String?
    private var indent: String?
    private var trailingCommas = 0

    init(text: JSON5Text) { self.text = text }

    mutating func visit(_ node: JSON5Node) {
        if case .string = node.content, firstStringQuote == nil { firstStringQuote = text.bytes[node.range.lowerBound] }
        let slots = node.slots
        guard let first = slots.first, let last = slots.last else { return }
        if text.isFirstOnLine(first.start) {
            noteIndent(of: first, in: node)
            trailingCommas += last.comma == nil ? -1 : 1
        } else if case .object = node.content, padding == nil {
            padding = first.start == node.range.lowerBound + 1 ? "" : " "
        }
        if case .array = node.content, node.children.allSatisfy({ $0.slots.isEmpty }), inlineLists == nil {
            inlineLists = !text.hasLineEnd(node.range)
        }
        for member in node.members { noteKey(member) }
        for child in node.children { visit(child) }
    }

    private mutating func noteIndent(of slot: JSON5Slot, in node: JSON5Node) {
        guard indent == nil else { return }
        let outer = text.indentation(ofLineAt: node.range.lowerBound)
        let inner = text.indentation(ofLineAt: slot.start)
        if inner.count > outer.count, inner.hasPrefix(outer) { indent = String(inner.dropFirst(outer.count)) }
    }

    private mutating func noteKey(_ member: JSON5Member) {
        if firstKeyQuote == nil { firstKeyQuote = text.bytes[member.keyRange.lowerBound] }
        let beforeValue = member.value.range.lowerBound - 1
        if gap == nil { gap = text.bytes[beforeValue] == Byte.colon ? "" : " " }
    }

    func style(root: JSON5Node) -> JSON5Style {
        var style = JSON5Style()
        switch firstKeyQuote {
        case Byte.quote?, nil: style.keyQuote = .double
        case Byte.apostrophe?: style.keyQuote = .single
        default: style.keyQuote = .none
        }
        let isSingle = firstStringQuote.map { $0 == Byte.apostrophe } ?? (style.keyQuote == .single)
        style.stringQuote = isSingle ? "'" : "\""
        style.indent = indent ?? "  "
        style.lineEnd = firstLineEnd()
        style.hasTrailingCommas = trailingCommas > 0
        style.isMultiline = root.slots.first.map { text.isFirstOnLine($0.start) } ?? true
        style.hasInlineLists = inlineLists ?? (style.keyQuote == .none)
        style.gap = style.isMultiline ? " " : gap ?? " "
        style.padding = padding ?? style.gap
        return style
    }

    private func firstLineEnd() -> String {
        guard let index = text.bytes.firstIndex(where: Byte.isLineEnd) else { return "\n" }
        if text.bytes[index] == Byte.lineFeed { return "\n" }
        return text.bytes[safe: index + 1] == Byte.lineFeed ? "\r\n" : "\r"
    }
}
