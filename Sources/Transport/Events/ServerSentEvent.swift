/// What one event of a stream carries besides its data.
///
/// The data itself is handed to the reader as a `RawSpan` next to this value, without a copy when it lies in one chunk.
public struct ServerSentEvent: Hashable, Sendable {
    /// The `event` field, in UTF-8; empty for a plain message.
    public var name: [UInt8] = []
    /// The last `id` field of the stream so far, in UTF-8; empty when there was none.
    public var id: [UInt8] = []
    /// An HTTP status sent inside the stream: `:HTTP_STATUS/429`, `HTTP_STATUS/429 …` or `status:429`.
    public var status: Int?

    public init(name: [UInt8] = [], id: [UInt8] = [], status: Int? = nil) {
        self.name = name
        self.id = id
        self.status = status
    }

    /// Whether the `event` field has this value; compares without making a string.
    public func isNamed(_ text: StaticString) -> Bool {
        name.count == text.utf8CodeUnitCount && text.withUTF8Buffer { $0.elementsEqual(name) }
    }
}
