/// One event of a stream, with what it means to a reader.
struct Frame: Sendable, Equatable {
    enum Kind: Sendable, Equatable { case data, finish, usage, done, comment }

    let kind: Kind
    var bytes: [UInt8]

    init(_ kind: Kind, _ text: String) {
        self.kind = kind
        bytes = Array(text.utf8)
    }
}
