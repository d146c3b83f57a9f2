import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Takes a `multipart/form-data` body apart, however its bytes arrive. A value: bytes in, events out; it holds no more than the
/// head of a part and what may be the beginning of a delimiter.
struct MultipartReader {
    enum Event {
        case part(MultipartHead)
        case bytes(UnsafeRawBufferPointer)
        case partEnd
    }

    private enum State { case start, delimited, head, content, end }

    private static let headLimit = 4096
    private static let partLimit = 64

    private let delimiter: [UInt8]
    private var state = State.start
    private var buffer: [UInt8] = []
    private var parts = 0

    /// - Parameter contentType: the value of the field.
    /// - Throws: `.invalidRequest` when it names no boundary.
    init(contentType: String) throws(InferenceError) {
        let parameter = contentType.split(separator: ";").first { part in
            part.drop { $0 == " " }.lowercased().hasPrefix("boundary=")
        }
        let text = (parameter?.drop { $0 != "=" }.dropFirst() ?? "").filter { $0 != "\"" && $0 != " " }
        guard (1...70).contains(text.utf8.count), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .malformedForm("expected a boundary of 1 to 70 characters")
        }
        delimiter = Array("\r\n--\(text)".utf8)
    }

    /// Whether the last delimiter was seen.
    var isComplete: Bool { state == .end }

    mutating func read(
        _ bytes: UnsafeRawBufferPointer, _ hear: (Event) throws(InferenceError) -> Void
    ) throws(InferenceError) {
        buffer.append(contentsOf: bytes)
        var position = 0
        while let next = try step(from: position, hear) { position = next }
        // What was read up to a possible delimiter is gone.
        buffer.removeFirst(min(consumed, buffer.count))
        consumed = 0
    }

    private var consumed = 0

    /// - Returns: where to go on; `nil` when more has to come.
    private mutating func step(
        from position: Int, _ hear: (Event) throws(InferenceError) -> Void
    ) throws(InferenceError) -> Int? {
        consumed = position
        let left = buffer.count - position
        switch state {
        case .start:
            // The first delimiter has no line before it.
            guard left >= delimiter.count - 2 else { return nil }
            guard buffer[position...].starts(with: delimiter.dropFirst(2)) else {
                throw .malformedForm("it does not begin with its boundary")
            }
            state = .delimited
            return position + delimiter.count - 2
        case .delimited:
            guard left >= 2 else { return nil }
            switch (buffer[position], buffer[position + 1]) {
            case (0x0D, 0x0A): state = .head
            case (0x2D, 0x2D): state = .end
            default: throw .malformedForm("a boundary is followed by something else")
            }
            return position + 2
        case .head:
            guard let end = find([0x0D, 0x0A, 0x0D, 0x0A], from: position) else {
                if left > Self.headLimit { throw .malformedForm("the head of a part is too long") }
                return nil
            }
            guard end - position <= Self.headLimit else { throw .malformedForm("the head of a part is too long") }
            parts += 1
            guard parts <= Self.partLimit else { throw .malformedForm("it has more than \(Self.partLimit) parts") }
            try hear(.part(MultipartHead(String(decoding: buffer[position..<end], as: UTF8.self))))
            state = .content
            return end + 4
        case .content:
            if let end = find(delimiter, from: position) {
                try tell(position..<end, hear)
                try hear(.partEnd)
                state = .delimited
                return end + delimiter.count
            }
            let safe = max(position, buffer.count - delimiter.count + 1)
            try tell(position..<safe, hear)
            consumed = safe
            return nil
        case .end:
            // Some clients end the last line, too.
            guard left <= 2, buffer[position...].allSatisfy({ $0 == 0x0D || $0 == 0x0A }) else {
                throw .malformedForm("something follows its last boundary")
            }
            return nil
        }
    }

    private func tell(
        _ range: Range<Int>, _ hear: (Event) throws(InferenceError) -> Void
    ) throws(InferenceError) {
        guard !range.isEmpty else { return }
        var failure: InferenceError?
        buffer.withUnsafeBytes { memory in
            do throws(InferenceError) {
                try hear(.bytes(UnsafeRawBufferPointer(rebasing: memory[range])))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        buffer.withUnsafeBytes { memory in
            guard let base = memory.baseAddress else { return nil }
            var position = start
            while position + pattern.count <= memory.count {
                let reach = memory.count - position - pattern.count + 1
                guard let hit = memchr(base + position, Int32(pattern[0]), reach) else { return nil }
                position = UnsafeRawPointer(hit) - base
                if pattern.withUnsafeBytes({ memcmp(base + position, $0.baseAddress ?? base, $0.count) }) == 0 {
                    return position
                }
                position += 1
            }
            return nil
        }
    }
}
