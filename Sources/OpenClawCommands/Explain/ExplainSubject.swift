/// What the argument of `explain` means.
enum ExplainSubject: Hashable, Sendable {
    /// A model, `nil` for the default one.
    case model(String?)
    /// A request that was answered before, by one of the ids that it has.
    case request(String)

    init(_ argument: String?) {
        self = argument.flatMap(Self.requestID).map { .request($0) } ?? .model(argument)
    }

    /// Ids are long and hexadecimal: ours, those that services draw, and those of traces. Protocols put a word in front of
    /// them. No model is called so.
    private static func requestID(_ text: String) -> String? {
        let text = text.lowercased()
        let prefix = ["chatcmpl-", "cmpl-", "msg_", "resp_", "req_", "req-"].first { text.hasPrefix($0) } ?? ""
        let id = text.dropFirst(prefix.count)
        let groups = id.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return nil }
        switch groups.map(\.count) {
        case [15], [16], [32], [8, 4, 4, 4, 12]: return String(id)
        default: return nil
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}
