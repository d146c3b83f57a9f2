import NIOCore

/// Reads the texts that one side of a WebSocket sends (RFC 6455), however the bytes are cut. Sound is passed over.
struct SocketMessages {
    struct Unreadable: Error {}

    private struct Frame {
        var isText: Bool
        var isLast: Bool
        var rest: UInt64
        var mask: [UInt8]
        var position = 0
    }

    /// Bytes of a text that are kept. What is longer is passed over.
    private let limit: Int
    private var head: [UInt8] = []
    private var frame: Frame?
    private var text: [UInt8] = []
    private var isText = false

    init(limit: Int) { self.limit = limit }

    /// Whether no frame has begun that has not ended.
    var isBetweenFrames: Bool { frame == nil && head.isEmpty }

    /// Where in what was read last the last whole frame ended; `nil` in the middle of one.
    private(set) var boundary: Int? = 0

    /// The frame by which a service ends a socket for reasons of its own (1008).
    static func farewell(_ reason: String) -> ByteBuffer {
        let words = reason.utf8.filter { $0 < 0x80 }.prefix(120)
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt16(0x8800) | UInt16(words.count + 2))
        buffer.writeInteger(UInt16(1008))
        buffer.writeBytes(words)
        return buffer
    }

    /// - Returns: the texts that are complete now; `nil` stands for one that was too long.
    /// - Throws: `Unreadable` for frames of an extension that nobody has agreed on.
    mutating func read(_ bytes: UnsafeRawBufferPointer) throws(Unreadable) -> [[UInt8]?] {
        var found: [[UInt8]?] = []
        var rest = bytes[...]
        boundary = isBetweenFrames ? 0 : nil
        while !rest.isEmpty || frame?.rest == 0 {
            if frame == nil {
                guard try begin(with: &rest) else { break }
            } else {
                take(&rest)
            }
            guard frame?.rest == 0 else { continue }
            end(&found)
            boundary = rest.startIndex
        }
        return found
    }

    /// - Returns: whether the head of a frame is complete.
    private mutating func begin(with bytes: inout Slice<UnsafeRawBufferPointer>) throws(Unreadable) -> Bool {
        while head.count < length(of: head) {
            guard let byte = bytes.popFirst() else { return false }
            head.append(byte)
        }
        guard head[0] & 0x70 == 0 else { throw Unreadable() }
        let size = head[1] & 0x7F
        let long = size == 127 ? 8 : size == 126 ? 2 : 0
        let count = long == 0 ? UInt64(size) : head[2..<(2 + long)].reduce(0) { $0 << 8 | UInt64($1) }
        let kind = head[0] & 0x0F
        // Control frames may stand between the pieces of a text.
        if kind == 1 || kind == 2 { isText = kind == 1 }
        frame = Frame(
            isText: kind == 1 || (kind == 0 && isText), isLast: head[0] & 0x80 != 0, rest: count,
            mask: Array(head[(2 + long)...]))
        head = []
        return true
    }

    private func length(of head: [UInt8]) -> Int {
        guard head.count >= 2 else { return 2 }
        let size = head[1] & 0x7F
        return 2 + (size == 127 ? 8 : size == 126 ? 2 : 0) + (head[1] & 0x80 == 0 ? 0 : 4)
    }

    private mutating func take(_ bytes: inout Slice<UnsafeRawBufferPointer>) {
        guard var frame else { return }
        self.frame = nil
        let count = Int(min(frame.rest, UInt64(bytes.count)))
        if frame.isText, text.count <= limit {
            let piece = bytes.prefix(count)
            if frame.mask.isEmpty {
                text.append(contentsOf: piece)
            } else {
                var position = frame.position
                for byte in piece {
                    text.append(byte ^ frame.mask[position & 3])
                    position += 1
                }
            }
        }
        frame.position += count
        frame.rest -= UInt64(count)
        bytes = bytes.dropFirst(count)
        self.frame = frame
    }

    private mutating func end(_ found: inout [[UInt8]?]) {
        guard let frame else { return }
        self.frame = nil
        guard frame.isText, frame.isLast else { return }
        found.append(text.count <= limit ? text : nil)
        text = []
    }
}
