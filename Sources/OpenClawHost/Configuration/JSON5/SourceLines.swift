/// Turns byte offsets of a text into lines and columns, both counted from 1; columns count Unicode scalars.
package struct SourceLines: Sendable, Hashable {
    private let starts: [Int]

    package init(_ bytes: [UInt8]) {
        var starts = [0]
        for (offset, byte) in bytes.enumerated() {
            let isLoneReturn = byte == Byte.carriageReturn && bytes[safe: offset + 1] != Byte.lineFeed
            if byte == Byte.lineFeed || isLoneReturn { starts.append(offset + 1) }
        }
        self.starts = starts
    }

    /// The offset at which the line of an offset begins.
    package func start(ofLineAt offset: Int) -> Int { starts[lineIndex(of: offset)] }

    package func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
        let index = lineIndex(of: offset)
        let end = min(offset, bytes.count)
        let column = bytes[min(starts[index], end)..<end].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return SourcePosition(line: index + 1, column: column)
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

/// A place in a text, as editors count.
package struct SourcePosition: Sendable, Hashable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension SourcePosition: CustomStringConvertible {
    package var description: String { "\(line):\(column)" }
}
