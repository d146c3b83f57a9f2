/// What a client of a stream was told of an answer before it could see anything of it. Another service that takes the answer
/// over goes on under the same id, and tells no role again.
public struct ChatCompletionOpening: Hashable, Sendable {
    public var id: String
    /// The indices of the choices whose role was told.
    public var roles: Set<Int>

    public init(id: String, roles: Set<Int>) {
        self.id = id
        self.roles = roles
    }
}
