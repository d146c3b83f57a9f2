/// The members of a JSON object in the order they were written. Of duplicate keys the last one counts.
public struct JSONObject: Hashable, Sendable {
    /// The members in order, without duplicates.
    public private(set) var members: [Member] = []

    /// One key with its value.
    public struct Member: Hashable, Sendable {
        public var key: String
        public var value: JSONValue

        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    public init() {}

    public init(_ pairs: some Sequence<(String, JSONValue)>) {
        self.init(lastOfEach: pairs.map { Member(key: $0, value: $1) })
    }

    /// Members as they were written; of duplicate keys the last value stays, at the place of the first.
    init(lastOfEach written: [Member]) {
        var places: [String: Int] = [:]
        places.reserveCapacity(written.count)
        for member in written {
            if let place = places[member.key] {
                members[place].value = member.value
            } else {
                places[member.key] = members.count
                members.append(member)
            }
        }
    }

    /// Reads a member, replaces it in place, appends it at the end, or removes it with `nil`.
    public subscript(_ key: String) -> JSONValue? {
        get { members.first { $0.key == key }?.value }
        set {
            let index = members.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The keys in order.
    public var keys: [String] { members.map(\.key) }
    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }
    /// The number of members.
    public var count: Int { members.count }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
