// Writing: edits become patches of the original text, and everything between the patches is sliced, not copied.
extension JSONEdits {
    /// The edited text in pieces; unchanged pieces share the memory of the original.
    public func slices() -> [ArraySlice<UInt8>] {
        isEmpty ? [original.bytes[...]] : slices(of: original.root, within: 0..<original.bytes.count)
    }

    /// The edited text as a document of its own.
    public func document() -> JSONDocument {
        isEmpty ? original : JSONDocument(known: joined(slices(of: original.root)))
    }

    /// One value of the original as it is now, with the text around it up to the ends of `surroundings`.
    func slices(of node: JSONNode, within surroundings: Range<Int>? = nil) -> [ArraySlice<UInt8>] {
        let range = surroundings ?? node.range
        var patches: [Patch] = []
        collect(node, into: &patches)
        patches.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        var slices: [ArraySlice<UInt8>] = []
        var position = range.lowerBound
        for patch in patches {
            if position < patch.range.lowerBound { slices.append(original.bytes[position..<patch.range.lowerBound]) }
            slices.append(contentsOf: patch.replacement)
            position = patch.range.upperBound
        }
        if position < range.upperBound { slices.append(original.bytes[position..<range.upperBound]) }
        return slices
    }

    func joined(_ slices: [ArraySlice<UInt8>]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(slices.reduce(0) { $0 + $1.count })
        for slice in slices { bytes.append(contentsOf: slice) }
        return bytes
    }

    private struct Patch {
        var range: Range<Int>
        var replacement: [ArraySlice<UInt8>]
    }

    private static let comma: ArraySlice<UInt8> = [UInt8(ascii: ",")]

    private func collect(_ node: JSONNode, into patches: inout [Patch]) {
        switch change(at: node.range.lowerBound) {
        case .replaced(let value)?:
            patches.append(Patch(range: node.range, replacement: [value.rawBytes]))
        case .object(let change)?: collect(change, of: node, into: &patches)
        case .array(let change)?: collect(change, of: node, into: &patches)
        case nil:
            let children =
                node.kind == .array ? node.elementRanges : node.memberRanges.map(\.value)
            collect(children, into: &patches)
        }
    }

    private func collect(_ children: [Range<Int>], into patches: inout [Patch]) {
        for range in children where hasChanges(in: range) {
            collect(JSONNode(document: original, range: range), into: &patches)
        }
    }

    private func collect(_ change: ObjectChange, of node: JSONNode, into patches: inout [Patch]) {
        let members = node.memberRanges
        let kept = members.filter { !change.removed.contains($0.key.lowerBound) }
        let added = change.added.map { Piece.new(Self.text(of: $0)) }
        arrange(kept.map { .kept($0.whole) } + added, of: members.map(\.whole), in: node, into: &patches)
        collect(kept.map(\.value), into: &patches)
    }

    private func collect(_ change: ArrayChange, of node: JSONNode, into patches: inout [Patch]) {
        var pieces: [Piece] = []
        var kept: [Range<Int>] = []
        for item in change.items {
            switch item {
            case .original(let range):
                pieces.append(.kept(range))
                kept.append(range)
            case .inserted(let value): pieces.append(.new([value.rawBytes]))
            }
        }
        if change.isRearranged { arrange(pieces, of: node.elementRanges, in: node, into: &patches) }
        collect(kept, into: &patches)
    }

    private static func text(of member: JSONNode.Member) -> [ArraySlice<UInt8>] {
        var writer = JSONWriter()
        writer.write(member.key)
        return [writer.bytes + [UInt8(ascii: ":")], member.value.rawBytes]
    }

    /// A child of the edited text.
    private enum Piece {
        case kept(Range<Int>)
        case new([ArraySlice<UInt8>])
    }

    /// Patches the gaps between children that stay, so that their commas and the white space around them stay too.
    private func arrange(_ pieces: [Piece], of written: [Range<Int>], in node: JSONNode, into patches: inout [Patch]) {
        var gap = Gap(written: written, start: node.range.lowerBound + 1)
        for piece in pieces {
            switch piece {
            case .new(let text): gap.new.append(text)
            case .kept(let range):
                if let patch = gap.close(before: range) { patches.append(patch) }
            }
        }
        if let patch = gap.close(before: nil) { patches.append(patch) }
    }

    /// The stretch between two children that stay next to each other in the edited text.
    private struct Gap {
        let written: [Range<Int>]
        /// Behind the opening bracket.
        let start: Int
        /// How many written children are dealt with.
        var passed = 0
        var previous: Range<Int>?
        var new: [[ArraySlice<UInt8>]] = []

        mutating func close(before next: Range<Int>?) -> Patch? {
            let from = passed
            while passed < written.count, written[passed] != next { passed += 1 }
            let lastRemoved = passed > from ? written[passed - 1] : nil
            let patch = patch(before: next, firstRemoved: passed > from ? written[from] : nil, lastRemoved)
            (previous, new) = (next, [])
            passed += 1
            return patch
        }

        private func patch(
            before next: Range<Int>?, firstRemoved: Range<Int>?, _ lastRemoved: Range<Int>?
        ) -> Patch? {
            if new.isEmpty, lastRemoved == nil { return nil }
            if let previous {
                let end = lastRemoved?.upperBound ?? previous.upperBound
                return Patch(range: previous.upperBound..<end, replacement: new.flatMap { [JSONEdits.comma] + $0 })
            }
            if let next {
                let begin = firstRemoved?.lowerBound ?? next.lowerBound
                return Patch(range: begin..<next.lowerBound, replacement: new.flatMap { $0 + [JSONEdits.comma] })
            }
            let begin = firstRemoved?.lowerBound ?? start
            let text = new.enumerated().flatMap { $0.offset == 0 ? $0.element : [JSONEdits.comma] + $0.element }
            return Patch(range: begin..<(lastRemoved?.upperBound ?? begin), replacement: text)
        }
    }
}
