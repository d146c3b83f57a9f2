/// The members of an object in the order in which they were written.
struct JSONObject: Sendable, Equatable {
    struct Member: Sendable, Equatable {
        let key: String
        var value: JSON
    }

    var members: [Member] = []

    var keys: [String] { members.map(\.key) }

    /// The last member of that name, as most parsers decide.
    subscript(_ key: String) -> JSON? {
        get { members.last { $0.key == key }?.value }
        set {
            guard let newValue else {
                members.removeAll { $0.key == key }
                return
            }
            if let index = members.lastIndex(where: { $0.key == key }) {
                members[index].value = newValue
            } else {
                members.append(Member(key: key, value: newValue))
            }
        }
    }

    func merging(_ other: JSONObject) -> JSONObject {
        var merged = self
        for member in other.members { merged[member.key] = member.value }
        return merged
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSON)...) {
        self.init(members: elements.map { Member(key: $0.0, value: $0.1) })
    }
}
