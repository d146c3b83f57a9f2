/// A JSON text held as the bytes it came in, checked once, read where it lies.
///
/// For requests and answers: unknown members, order and spelling stay byte for byte, and reading costs a scan instead of
/// a tree. Change it with ``JSONEdits``; use ``JSONValue`` for small values that are built in code.
public struct JSONDocument: Sendable {
    /// One reference for all, because nodes carry their document along.
    private let storage: Storage

    private final class Storage: Sendable {
        let bytes: [UInt8]
        let landmarks: JSONLandmarks
        let value: Range<Int>
        /// The members of the root, which are asked for more often than all others; `nil` when they are too many to keep.
        let members: [JSONMemberRanges]?

        init(_ bytes: [UInt8], _ landmarks: JSONLandmarks?, value: Range<Int>) {
            let landmarks = landmarks ?? JSONLandmarks()
            self.bytes = bytes
            self.landmarks = landmarks
            self.value = value
            members = Self.members(of: bytes, at: value.lowerBound, landmarks)
        }

        /// More members than any request has; strangers may send millions.
        private static let mostMembers = 64

        private static func members(
            of bytes: [UInt8], at start: Int, _ landmarks: JSONLandmarks
        ) -> [JSONMemberRanges]? {
            let span = bytes.span.bytes
            guard JSONScanner.kind(in: span, at: start) == .object else { return nil }
            var cursor = JSONObjectCursor(after: start)
            var found: [JSONMemberRanges] = []
            while let member = cursor.next(in: span, landmarks: landmarks) {
                guard found.count < mostMembers else { return nil }
                found.append(member)
            }
            return found
        }
    }

    /// The text, white space around the value included.
    public var bytes: [UInt8] { storage.bytes }
    var landmarks: JSONLandmarks { storage.landmarks }

    /// The members of the object at a place, when that is the root and they are known.
    func knownMembers(at range: Range<Int>) -> [JSONMemberRanges]? {
        range.lowerBound == storage.value.lowerBound ? storage.members : nil
    }

    /// Checks a text.
    public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONSyntaxError) {
        let span = bytes.span.bytes
        guard bytes.count <= limits.maxBytes else { throw JSONSyntaxError(.size, at: limits.maxBytes, in: span) }
        let start = JSONScanner.skipWhitespace(in: span, from: Self.byteOrderMark(of: span))
        var validator = JSONValidator(maxDepth: limits.maxDepth, landmarks: JSONLandmarks())
        let end = try validator.value(in: span, at: start, depth: 0)
        try JSONScanner.expectEnd(of: span, after: end)
        storage = Storage(bytes, validator.landmarks, value: start..<end)
    }

    /// Writes a value that was built in code.
    public init(_ value: JSONValue) { self.init(known: value.serialized()) }

    /// Wraps a compact text that is known to be JSON.
    init(known bytes: [UInt8]) {
        var validator = JSONValidator(maxDepth: 256, landmarks: JSONLandmarks())
        let end = try? validator.value(in: bytes.span.bytes, at: 0, depth: 0)
        storage = Storage(bytes, end == nil ? nil : validator.landmarks, value: 0..<(end ?? bytes.count))
    }

    /// The value of the document.
    public var root: JSONNode { JSONNode(document: self, range: storage.value) }

    /// Whether places in one document are places in the other.
    func isSame(as other: JSONDocument) -> Bool { storage === other.storage }

    private static func byteOrderMark(of span: RawSpan) -> Int {
        span.byteCount >= 3 && span.matches(0..<3, "\u{FEFF}") ? 3 : 0
    }
}
