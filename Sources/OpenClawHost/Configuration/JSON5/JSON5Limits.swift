/// How large and how deep a JSON5 text may be.
package struct JSON5Limits: Sendable, Hashable {
    /// The size of a text in bytes.
    package var bytes: Int
    /// How many arrays and objects may be open at once.
    package var depth: Int
    /// How many members or elements one object or array may have.
    package var members: Int

    package init(bytes: Int = 2 << 20, depth: Int = 100, members: Int = 10_000) {
        self.bytes = bytes
        self.depth = depth
        self.members = members
    }
}
