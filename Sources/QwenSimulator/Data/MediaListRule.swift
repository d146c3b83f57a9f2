/// What `input.media` may hold: types with counts, and which of them go together.
struct MediaListRule: Sendable {
    let types: [InputRule]
    /// The legal combinations, each sorted; empty when any will do.
    let sets: [[String]]
    let needs: [String]
    let least: Int
    let mostReferences: Int
    let references: Set<String>
    let isOptional: Bool
    /// Types that exclude all others; the service notices only while it works.
    let apart: Set<String>
    /// Types of which there may be only one.
    let either: Set<String>
    /// Whether references may have voices.
    let hasVoices: Bool

    init(_ entry: JSON) {
        types = (entry["types"]?.object?.members ?? []).map { InputRule(name: $0.key, $0.value) }
        sets = (entry["sets"]?.array ?? []).compactMap(\.strings)
        needs = entry["needs"]?.strings ?? []
        least = entry["least"]?.int ?? 0
        references = Set(entry["references"]?.strings ?? [])
        mostReferences = entry["mostReferences"]?.int ?? .max
        isOptional = entry["optional"]?.bool ?? false
        apart = Set(entry["apart"]?.strings ?? [])
        either = Set(entry["either"]?.strings ?? [])
        hasVoices = entry["voices"]?.bool ?? false
    }

    /// - Throws: the refusal at submission.
    func check(_ items: [JSON]) throws(ServiceError) {
        var counts: [String: Int] = [:]
        for item in items {
            let type = item["type"]?.string ?? ""
            guard let rule = types.first(where: { $0.name == type }) else {
                throw Self.refusal("media type '\(type)' is not supported")
            }
            guard item["url"]?.string?.isEmpty == false else {
                throw ServiceError("field_required", ["value": "input.media.url"])
            }
            counts[type, default: 0] += 1
            guard counts[type] ?? 0 <= rule.most else {
                throw Self.refusal("the number of '\(type)' must not exceed \(rule.most)")
            }
        }
        guard either.intersection(counts.keys).count < 2 else {
            throw Self.refusal("\(either.sorted().joined(separator: " and ")) cannot be used together")
        }
        let referenced = references.reduce(0) { $0 + (counts[$1] ?? 0) }
        guard referenced <= mostReferences else {
            throw Self.refusal("the number of references must not exceed \(mostReferences)")
        }
        guard items.count >= least else { throw Self.refusal("media needs at least \(least) item") }
        for type in needs where counts[type] == nil { throw Self.refusal("media needs one '\(type)'") }
        guard sets.isEmpty || sets.contains(counts.keys.sorted()) else {
            throw Self.refusal(
                "the combination of media types [\(counts.keys.sorted().joined(separator: ", "))] is not supported")
        }
    }

    /// What fails later although it was accepted.
    func lateFailure(_ items: [JSON]) -> String? {
        let kinds = Set(items.compactMap { $0["type"]?.string })
        guard !apart.isEmpty, !kinds.isDisjoint(with: apart), !kinds.isSubset(of: apart) else { return nil }
        return "The two modes are mutually exclusive: frames and references cannot be used together."
    }

    private static func refusal(_ text: String) -> ServiceError {
        ServiceError("media_parameter", ["value": "input.media: \(text)"])
    }
}
