/// Tells plans and regions apart by host name or, on a plain base URL, by the first path segment.
struct EndpointTable: Sendable {
    static let exampleWorkspace = "ws-simulator"
    private static let fallback = "standard-intl"

    let cards: [EndpointCard]
    private let standard: EndpointCard

    init(_ bytes: [UInt8]) throws {
        var cards: [EndpointCard] = []
        for entry in try JSONParser.parse(bytes).array ?? [] {
            guard let card = EndpointCard(entry) else {
                throw SimulatorError("endpoints.json holds an entry that lacks a field")
            }
            cards.append(card)
        }
        guard let standard = cards.first(where: { $0.id == Self.fallback }) else {
            throw SimulatorError("endpoints.json lacks the endpoint '\(Self.fallback)'")
        }
        self.cards = cards
        self.standard = standard
    }

    /// The endpoint behind a real host name; workspace hosts are recognised by their region.
    func endpoint(forHost host: String) -> EndpointCard? {
        if let card = cards.first(where: { $0.hosts.contains(host) }) { return card }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count == 5, labels[2...].joined(separator: ".") == "maas.aliyuncs.com",
            Self.isWorkspace(labels[0])
        else { return nil }
        return cards.first { $0.workspaceRegion == String(labels[1]) }
    }

    /// The endpoint and the path below its host that a request means.
    func resolve(host: String, path: String) -> (endpoint: EndpointCard, path: String) {
        if let card = endpoint(forHost: host) { return (card, path) }
        let segments = path.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        if let first = segments.first, let card = cards.first(where: { $0.id == first }) {
            return (card, "/" + (segments.count > 1 ? segments[1] : ""))
        }
        return (standard, path)
    }

    private static func isWorkspace(_ label: Substring) -> Bool {
        guard let first = label.utf8.first, label.utf8.count <= 64, isAlphanumeric(first) else { return false }
        return label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
