/// The catalogue of `models.json`, families merged in, in the order of the file.
struct ModelTable: Sendable {
    let cards: [ModelCard]
    private let byID: [String: ModelCard]

    init(_ bytes: [UInt8]) throws {
        let document = try JSONParser.parse(bytes)
        let families = document["families"]?.object ?? JSONObject()
        var cards: [ModelCard] = []
        for entry in document["models"]?.array ?? [] {
            guard let object = entry.object, let family = entry["family"]?.string,
                let card = ModelCard(.object(try Self.traits(of: family, in: families).merging(object)))
            else { throw SimulatorError("models.json holds an entry that names no known family or lacks a field") }
            cards.append(card)
        }
        self.cards = cards
        byID = Dictionary(cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(_ id: String) -> ModelCard? { byID[id] }

    private static func traits(of family: String, in families: JSONObject) throws -> JSONObject {
        guard let own = families[family]?.object else {
            throw SimulatorError("models.json names the unknown family '\(family)'")
        }
        guard let parent = own["parent"]?.string else { return own }
        return try traits(of: parent, in: families).merging(own)
    }
}
