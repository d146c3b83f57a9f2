import Inference

extension CatalogueObject {
    mutating func text(_ key: String) throws(InferenceError) -> String {
        guard let text = try value(key).string else { throw wrong(key, expected: "a string") }
        return text
    }

    mutating func optionalText(_ key: String) throws(InferenceError) -> String? {
        guard let node = optional(key) else { return nil }
        guard let text = node.string else { throw wrong(key, expected: "a string") }
        return text
    }

    mutating func id<ID: OpenIdentifier>(_ key: String) throws(InferenceError) -> ID { ID(rawValue: try text(key)) }

    mutating func optionalID<ID: OpenIdentifier>(_ key: String) throws(InferenceError) -> ID? {
        try optionalText(key).map { ID(rawValue: $0) }
    }

    mutating func flag(_ key: String) throws(InferenceError) -> Bool {
        guard let flag = try value(key).bool else { throw wrong(key, expected: "true or false") }
        return flag
    }

    mutating func optionalFlag(_ key: String) throws(InferenceError) -> Bool? {
        guard let node = optional(key) else { return nil }
        guard let flag = node.bool else { throw wrong(key, expected: "true or false") }
        return flag
    }

    mutating func optionalCount(_ key: String) throws(InferenceError) -> Int? {
        guard let node = optional(key) else { return nil }
        guard let count = node.int, count > 0 else { throw wrong(key, expected: "a whole number above 0") }
        return count
    }

    /// An amount, written as a string to be exact.
    mutating func optionalAmount(_ key: String) throws(InferenceError) -> Amount? {
        guard let text = try optionalText(key) else { return nil }
        guard let amount = Amount(text) else {
            throw wrong(key, expected: "an amount as a string")
        }
        return amount
    }

    mutating func amount(_ key: String) throws(InferenceError) -> Amount {
        guard let amount = try optionalAmount(key) else { throw wrong(key, expected: "an amount as a string") }
        return amount
    }

    mutating func texts(_ key: String) throws(InferenceError) -> [String] {
        let node = try value(key)
        guard node.kind == .array else { throw wrong(key, expected: "an array") }
        var texts: [String] = []
        for element in node.elements {
            guard let text = element.string else { throw wrong(key, expected: "an array of strings") }
            texts.append(text)
        }
        return texts
    }

    mutating func ids<ID: OpenIdentifier>(_ key: String) throws(InferenceError) -> [ID] {
        try texts(key).map { ID(rawValue: $0) }
    }

    mutating func optionalIDs<ID: OpenIdentifier>(_ key: String) throws(InferenceError) -> [ID]? {
        guard holds(key) else { return nil }
        let found: [ID] = try ids(key)
        return found
    }

    /// One of the cases of an enumeration.
    mutating func choice<Choice: RawRepresentable>(
        _ key: String
    ) throws(InferenceError) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: try text(key)) else { throw wrong(key, expected: "a known word") }
        return choice
    }

    /// An array of objects.
    mutating func list<Element>(
        _ key: String, _ read: (inout CatalogueObject) throws(InferenceError) -> Element
    ) throws(InferenceError) -> [Element] {
        let node = try value(key)
        guard node.kind == .array else { throw wrong(key, expected: "an array") }
        var list: [Element] = []
        for element in node.elements {
            var object = try CatalogueObject(element)
            list.append(try read(&object))
            try object.finish()
        }
        return list
    }

    /// An object of objects.
    mutating func table<Element>(
        _ key: String, _ read: (inout CatalogueObject) throws(InferenceError) -> Element
    ) throws(InferenceError) -> [String: Element] {
        let node = try value(key)
        guard node.kind == .object else { throw wrong(key, expected: "an object") }
        var table: [String: Element] = [:]
        for member in node.members {
            var object = try CatalogueObject(member.value)
            guard table.updateValue(try read(&object), forKey: member.key) == nil else {
                throw wrong(key, expected: "a table that has '\(member.key)' once")
            }
            try object.finish()
        }
        return table
    }

    /// An object that is read as a whole.
    mutating func object<Value>(
        _ key: String, _ read: (inout CatalogueObject) throws(InferenceError) -> Value
    ) throws(InferenceError) -> Value {
        var object = try CatalogueObject(try value(key))
        let value = try read(&object)
        try object.finish()
        return value
    }

    /// The entry of a table that a member names.
    mutating func named<Shape>(_ key: String, in table: [String: Shape]) throws(InferenceError) -> Shape {
        guard let shape = table[try text(key)] else { throw wrong(key, expected: "the name of an entry") }
        return shape
    }
}
