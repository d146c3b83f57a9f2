import Inference

/// Adds a member or element behind the last one of an object or array.
struct JSON5Insertion {
    let text: JSON5Text
    let style: JSON5Style
    let container: JSON5Node

    init(into container: JSON5Node, of document: JSON5Document, style: JSON5Style) {
        text = JSON5Text(bytes: document.bytes)
        self.container = container
        var style = style
        if let last = container.members.last {
            switch document.bytes[last.keyRange.lowerBound] {
            case Byte.quote: style.keyQuote = .double
            case Byte.apostrophe: style.keyQuote = .single
            default: style.keyQuote = .none
            }
        }
        self.style = style
    }

    /// - Parameter key: the key of the new member; `nil` for an element.
    func splices(key: String?, _ value: JSONValue) -> [JSON5Splice] {
        guard let last = container.slots.last else { return splicesOfFirst(key: key, value) }
        if text.isFirstOnLine(last.start) { return splicesOnOwnLine(behind: last, key: key, value) }
        return splicesInline(behind: last, key: key, value)
    }

    private func item(_ key: String?, _ value: JSONValue, indent: String?) -> String {
        let renderer = JSON5Renderer(style: style)
        return key.map { renderer.member($0, value, indent: indent) } ?? renderer.text(value, indent: indent)
    }

    private func splicesOnOwnLine(behind last: JSON5Slot, key: String?, _ value: JSONValue) -> [JSON5Splice] {
        let indent = text.indentation(ofLineAt: last.start)
        let line = style.lineEnd + indent + item(key, value, indent: indent)
        let end = text.endOfComments(behind: last.end).offset
        guard last.comma == nil else { return [.insert(line + ",", at: end)] }
        return [.insert(",", at: last.value.upperBound), .insert(line, at: end)]
    }

    private func splicesInline(behind last: JSON5Slot, key: String?, _ value: JSONValue) -> [JSON5Splice] {
        let spansLines = text.hasLineEnd(last.value)
        let indent = spansLines ? text.indentation(ofLineAt: last.start) : nil
        let line = gap(before: last) + item(key, value, indent: indent)
        guard let comma = last.comma else { return [.insert("," + line, at: last.value.upperBound)] }
        return [.insert(line + ",", at: comma + 1)]
    }

    /// The blanks that the author puts behind commas.
    private func gap(before last: JSON5Slot) -> String {
        guard let comma = container.slots.dropLast().last?.comma else { return style.gap }
        let between = (comma + 1)..<last.start
        return text.isWhiteSpace(between) && !text.hasLineEnd(between) ? text.string(between) : style.gap
    }

    private func splicesOfFirst(key: String?, _ value: JSONValue) -> [JSON5Splice] {
        let interior = (container.range.lowerBound + 1)..<(container.range.upperBound - 1)
        let begin = text.endOfLastComment(interior)
        let rest = begin..<interior.upperBound
        guard style.isMultiline || text.hasLineEnd(interior) else {
            let padding = key == nil ? "" : style.padding
            let before = begin > interior.lowerBound ? " " : padding
            return [JSON5Splice(range: rest, text: before + item(key, value, indent: nil) + padding)]
        }
        let outer = text.indentation(ofLineAt: container.range.lowerBound)
        let inner = outer + style.indent
        let line = style.lineEnd + inner + item(key, value, indent: inner) + (style.hasTrailingCommas ? "," : "")
        if text.hasLineEnd(rest) { return [.insert(line, at: begin)] }
        return [JSON5Splice(range: rest, text: line + style.lineEnd + outer)]
    }
}
