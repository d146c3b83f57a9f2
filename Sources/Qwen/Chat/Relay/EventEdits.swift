/// What is to be changed in the bytes of one event. Kept between events, so that nothing is allocated for the next one.
struct EventEdits: Sendable {
    private var edits: [Edit] = []
    /// The bytes that take the places of others.
    private(set) var scratch: [UInt8] = []

    private struct Edit: Sendable {
        var place: Range<Int>
        var text: Range<Int>
    }

    var isEmpty: Bool { edits.isEmpty }

    mutating func reset() {
        edits.removeAll(keepingCapacity: true)
        scratch.removeAll(keepingCapacity: true)
    }

    /// Puts what `write` appends in the place of some bytes.
    mutating func replace(_ place: Range<Int>, _ write: (inout [UInt8]) -> Void) {
        let start = scratch.count
        write(&scratch)
        edits.append(Edit(place: place, text: start..<scratch.count))
    }

    mutating func replace(_ place: Range<Int>, with literal: StaticString) {
        replace(place) { $0.append(literal) }
    }

    /// Appends the event with its changes.
    mutating func apply(to data: RawSpan, into bytes: inout [UInt8]) {
        edits.sort { ($0.place.lowerBound, $0.text.lowerBound) < ($1.place.lowerBound, $1.text.lowerBound) }
        var position = 0
        for edit in edits {
            bytes.append(data, position..<edit.place.lowerBound)
            bytes.append(contentsOf: scratch[edit.text])
            position = edit.place.upperBound
        }
        bytes.append(data, position..<data.byteCount)
    }
}
