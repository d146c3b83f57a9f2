import Inference

/// Names of tools that are too long for a chat completion, and their way back.
///
/// Clients join the names of servers and tools; other protocols allow 128 characters, chat completions 64.
struct ToolNameBook: Sendable {
    private static let limit = 64
    /// Names as clients know them, by the shortened ones.
    private var originals: [String: String] = [:]

    init() {}

    init(_ names: some Sequence<String>) {
        for name in names where name.utf8.count > Self.limit { originals[Self.wireName(name)] = name }
    }

    /// The name as it is sent. The same name is always shortened to the same one.
    static func wireName(_ name: String) -> String {
        guard name.utf8.count > limit else { return name }
        let digits = String(fingerprint(of: name), radix: 16)
        return name.prefix(limit - 17) + "_" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The name as the client knows it.
    func name(of wireName: String) -> String { originals[wireName] ?? wireName }

    /// FNV-1a.
    private static func fingerprint(of name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension JSONComposer {
    /// Writes the name of a tool as it is sent.
    mutating func member(toolName name: JSONNode) {
        if name.range.count <= 66 { return member("name", name) }
        member("name", ToolNameBook.wireName(name.string ?? ""))
    }
}
