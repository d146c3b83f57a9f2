/// A JSON text held as the bytes it came in, checked once, read where it lies.
///
/// For requests and answers: unknown members, order and spelling stay byte for byte, and reading costs a scan instead of
/// a tree. Change it with ``JSONEdits``; use ``JSONValue`` for small values that are built in code.
public struct JSONDocument: Sendable {
    /// One reference for all, because nodes carry their document along.
    private let storage: Storage

    private final class Storage: Sendable {
        let bytes: [UInt8]
        let value: Range<Int>
        let landmarks: JSONLandmarks
        let outline: JSONOutline

        init(_ bytes: [UInt8], value: Range<Int>, _ landmarks: JSONLandmarks, _ outline: JSONOutline) {
            self.bytes = bytes
            self.value = value
            self.landmarks = landmarks
            self.outline = outline
        }

        func value(named key: String, of object: Range<Int>) -> Range<Int>? {
            let bytes = bytes
            let span = bytes.span.bytes
            let start = object.lowerBound
            guard start < span.byteCount, span.byte(start) == UInt8(ascii: "{") else { return nil }
            if let known = outline.value(named: key, at: start, in: span) { return known.isEmpty ? nil : known }
            var cursor = JSONObjectCursor(after: start)
            var found: Range<Int>?
            while let member = cursor.next(in: span, landmarks: landmarks) {
                if member.spells(key, in: span) { found = member.value }
            }
            return found
        }
    }

    /// The text, white space around the value included.
    public var bytes: [UInt8] { storage.bytes }
    var landmarks: JSONLandmarks { storage.landmarks }
    var outline: JSONOutline { storage.outline }

    /// Where the value of a member of an object lies; of duplicate keys the last one counts.
    func value(named key: String, of object: Range<Int>) -> Range<Int>? { storage.value(named: key, of: object) }

    /// Checks a text.
    public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONSyntaxError) {
        let span = bytes.span.bytes
        guard bytes.count <= limits.maxBytes else { throw JSONSyntaxError(.size, at: limits.maxBytes, in: span) }
        let start = JSONScanner.skipWhitespace(in: span, from: Self.byteOrderMark(of: span))
        var validator = JSONValidator(maxDepth: limits.maxDepth, landmarks: JSONLandmarks(for: bytes.count))
        var outline = JSONOutline(root: start)
        let end = try validator.document(in: span, at: start, &outline)
        try JSONScanner.expectEnd(of: span, after: end)
        storage = Storage(bytes, value: start..<end, validator.landmarks ?? JSONLandmarks(), outline)
    }

    /// Writes a value that was built in code.
    public init(_ value: JSONValue) { self.init(known: value.serialized()) }

    /// Wraps a compact text that is known to be JSON.
    init(known bytes: [UInt8]) {
        var validator = JSONValidator(maxDepth: 256, landmarks: JSONLandmarks(for: bytes.count))
        var outline = JSONOutline(root: 0)
        if let end = try? validator.document(in: bytes.span.bytes, at: 0, &outline) {
            storage = Storage(bytes, value: 0..<end, validator.landmarks ?? JSONLandmarks(), outline)
        } else {
            storage = Storage(bytes, value: 0..<bytes.count, JSONLandmarks(), JSONOutline())
        }
    }

    /// The value of the document.
    public var root: JSONNode { JSONNode(document: self, range: storage.value) }

    /// Whether places in one document are places in the other.
    func isSame(as other: JSONDocument) -> Bool { storage === other.storage }

    private static func byteOrderMark(of span: RawSpan) -> Int {
        span.byteCount >= 3 && span.matches(0..<3, "\u{FEFF}" as StaticString) ? 3 : 0
    }
}
