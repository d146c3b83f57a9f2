/// Takes one member or element out of an object or array, with its comma and the comment behind it on its line.
struct JSON5Removal {
    let text: JSON5Text
    let container: JSON5Node
    private let slots: [JSON5Slot]

    init(from container: JSON5Node, of document: JSON5Document) {
        text = JSON5Text(bytes: document.bytes)
        self.container = container
        slots = container.slots
    }

    func splices(at index: Int) -> [JSON5Splice] {
        let slot = slots[index]
        if let comma = slot.comma, !isUnbroken(slot) {
            return [.remove(slot.start..<slot.value.upperBound), .remove(comma..<(comma + 1))]
        }
        if slots.count == 1, leavesNothing(slot) {
            return [.remove((container.range.lowerBound + 1)..<(container.range.upperBound - 1))]
        }
        let next = slots.indices.contains(index + 1) ? slots[index + 1] : nil
        let previousComma = index > 0 ? slots[index - 1].comma : nil
        if text.isFirstOnLine(slot.start) {
            var splices = [JSON5Splice.remove(lineRange(of: slot, next: next))]
            if slot.comma == nil, let previousComma { splices.append(.remove(previousComma..<(previousComma + 1))) }
            return splices
        }
        return inlineSplices(of: slot, next: next, previousComma: previousComma)
    }

    /// Whether only white space would be left between the brackets.
    private func leavesNothing(_ slot: JSON5Slot) -> Bool {
        let end = text.isFirstOnLine(slot.start) ? text.endOfComments(behind: slot.end).offset : slot.end
        return text.isWhiteSpace((container.range.lowerBound + 1)..<slot.start)
            && text.isWhiteSpace(end..<(container.range.upperBound - 1))
    }

    /// Whether nothing but blanks stands between the value and its comma.
    private func isUnbroken(_ slot: JSON5Slot) -> Bool {
        slot.comma.map { text.isWhiteSpace(slot.value.upperBound..<$0) } ?? true
    }

    private func lineRange(of slot: JSON5Slot, next: JSON5Slot?) -> Range<Int> {
        let comments = text.endOfComments(behind: slot.end)
        if comments.reachesLineEnd {
            return text.blanksStart(before: slot.start)..<text.nextLine(behind: comments.offset)
        }
        if let next, text.isWhiteSpace(slot.end..<next.start), !text.hasLineEnd(slot.end..<next.start) {
            return slot.start..<next.start
        }
        return slot.start..<slot.end
    }

    private func inlineSplices(of slot: JSON5Slot, next: JSON5Slot?, previousComma: Int?) -> [JSON5Splice] {
        if let previousComma {
            let between = (previousComma + 1)..<slot.start
            let isAdjacent = text.isWhiteSpace(between) && !text.hasLineEnd(between)
            if slot.comma != nil { return [.remove((isAdjacent ? between.lowerBound : slot.start)..<slot.end)] }
            if isAdjacent { return [.remove(previousComma..<slot.end)] }
            return [.remove(previousComma..<(previousComma + 1)), .remove(slot.start..<slot.end)]
        }
        guard let next, text.isWhiteSpace(slot.end..<next.start), !text.hasLineEnd(slot.end..<next.start) else {
            return [.remove(slot.start..<endWithBlanks(of: slot))]
        }
        return [.remove(slot.start..<next.start)]
    }

    /// The end with the blanks behind it, when there are blanks before it that stay.
    private func endWithBlanks(of slot: JSON5Slot) -> Int {
        guard Byte.isBlank(text.bytes[slot.start - 1]) else { return slot.end }
        return slot.end + text.bytes[slot.end...].prefix(while: Byte.isBlank).count
    }
}
