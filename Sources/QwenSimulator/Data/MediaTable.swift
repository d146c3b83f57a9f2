/// The media models of `media.json`, families and mixins merged in, found by name or snapshot.
struct MediaTable: Sendable {
    let cards: [MediaCard]
    /// The exact sizes of some models, by resolution and aspect ratio.
    private let sizes: [String: [String: [String: String]]]
    private let byID: [String: MediaCard]

    init(_ bytes: [UInt8]) throws {
        let document = try JSONParser.parse(bytes)
        let families = document["families"]?.object ?? JSONObject()
        let sizes = Self.sizes(document["sizes"])
        var byID: [String: MediaCard] = [:]
        var cards: [MediaCard] = []
        for entry in document["models"]?.array ?? [] {
            guard let object = entry.object, let family = entry["family"]?.string else {
                throw SimulatorError("media.json holds an entry that names no family")
            }
            var traits = try Self.traits(of: family, in: families)
            if let mixin = entry["mixin"]?.string {
                traits = Self.merge(traits, try Self.traits(of: mixin, in: families))
            }
            for id in [entry["id"]?.string ?? ""] + (entry["snapshots"]?.strings ?? []) {
                var own = object
                own["id"] = .string(id)
                guard let card = MediaCard(.object(Self.merge(traits, own)), sizes: sizes) else {
                    throw SimulatorError("media.json lacks a field of '\(id)'")
                }
                cards.append(card)
                byID[id] = card
            }
        }
        self.cards = cards
        self.sizes = sizes
        self.byID = byID
    }

    subscript(_ id: String) -> MediaCard? { byID[id] }

    /// The pixels that a resolution and an aspect ratio mean for that model.
    func pixels(_ resolution: String, ratio: String, table: String) -> PixelSize? {
        if let text = sizes[table]?[resolution]?[ratio] { return PixelSize(text) }
        return PixelSize(resolution: resolution, ratio: ratio)
    }

    private static func traits(of family: String, in families: JSONObject) throws -> JSONObject {
        guard let own = families[family]?.object else {
            throw SimulatorError("media.json names the unknown family '\(family)'")
        }
        guard let parent = own["parent"]?.string else { return own }
        return merge(try traits(of: parent, in: families), own)
    }

    /// Rules of fields are merged one by one and removed by `null`, everything else is replaced.
    private static func merge(_ base: JSONObject, _ other: JSONObject) -> JSONObject {
        var merged = base
        for member in other.members {
            if ["input", "parameters"].contains(member.key) {
                merged[member.key] = deep(base[member.key], member.value)
            } else {
                merged[member.key] = member.value
            }
        }
        return merged
    }

    private static func deep(_ base: JSON?, _ other: JSON) -> JSON {
        guard var merged = base?.object, let changes = other.object else { return other }
        for member in changes.members {
            merged[member.key] = member.value.isNull ? .none : deep(merged[member.key], member.value)
        }
        return .object(merged)
    }

    private static func sizes(_ tables: JSON?) -> [String: [String: [String: String]]] {
        var sizes: [String: [String: [String: String]]] = [:]
        for table in tables?.object?.members ?? [] {
            for resolution in table.value.object?.members ?? [] {
                for ratio in resolution.value.object?.members ?? [] {
                    sizes[table.key, default: [:]][resolution.key, default: [:]][ratio.key] = ratio.value.string
                }
            }
        }
        return sizes
    }
}
