import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The voices that clients had made, each for one model of one region.
final class VoiceBook: Sendable {
    struct Entry: Sendable {
        let name: String
        /// The model that made it.
        let maker: String
        let target: String
        let region: String
        let language: String
        let created: Date
        var source: String
    }

    private let entries = Mutex<[Entry]>([])

    func add(_ entry: Entry) { entries.withLock { $0.append(entry) } }

    func all(of maker: String, in region: String) -> [Entry] {
        entries.withLock { $0.filter { $0.maker == maker && $0.region == region } }
    }

    func entry(_ name: String, in region: String) -> Entry? {
        entries.withLock { $0.first { $0.name == name && $0.region == region } }
    }

    func update(_ name: String, in region: String, source: String) {
        entries.withLock { entries in
            for index in entries.indices where entries[index].name == name && entries[index].region == region {
                entries[index].source = source
            }
        }
    }

    func remove(_ name: String, in region: String) {
        entries.withLock { $0.removeAll { $0.name == name && $0.region == region } }
    }

    func clear() { entries.withLock { $0 = [] } }

    /// Whether a model speaks with a voice there. One that was made for another model is unknown to it.
    func has(_ name: String, for card: MediaCard, on endpoint: EndpointCard) -> Bool {
        guard !name.isEmpty else { return false }
        if let entry = entry(name, in: endpoint.region) { return entry.target == card.id }
        if card.traits["ownOnly"] == true { return false }
        return card.traits["voices"]?.strings.map { $0.contains(name) } ?? true
    }
}
