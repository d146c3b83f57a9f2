/// A member or element as text: where it begins, where its value is, and the comma behind it.
struct JSON5Slot {
    let start: Int
    let value: Range<Int>
    let comma: Int?

    /// The end with the comma.
    var end: Int { comma.map { $0 + 1 } ?? value.upperBound }
}

extension JSON5Node {
    /// The members or elements; empty for scalars.
    var slots: [JSON5Slot] {
        switch content {
        case .object(let members):
            members.map { JSON5Slot(start: $0.keyRange.lowerBound, value: $0.value.range, comma: $0.comma) }
        case .array(let elements):
            elements.map { JSON5Slot(start: $0.value.range.lowerBound, value: $0.value.range, comma: $0.comma) }
        default: []
        }
    }

    /// The values directly below.
    var children: [JSON5Node] {
        switch content {
        case .object(let members): members.map(\.value)
        case .array(let elements): elements.map(\.value)
        default: []
        }
    }
}
