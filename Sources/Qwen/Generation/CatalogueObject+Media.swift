import Inference

extension CatalogueObject {
    /// Two whole numbers, the smaller one first.
    mutating func optionalRange(_ key: String) throws(InferenceError) -> ClosedRange<Int>? {
        guard holds(key) else { return nil }
        let bounds = try integers(key)
        guard bounds.count == 2, bounds[0] <= bounds[1] else { throw wrong(key, expected: "two numbers in order") }
        return bounds[0]...bounds[1]
    }

    mutating func integers(_ key: String) throws(InferenceError) -> [Int] {
        var numbers: [Int] = []
        for element in try value(key).elements {
            guard let number = element.int else { throw wrong(key, expected: "an array of whole numbers") }
            numbers.append(number)
        }
        return numbers
    }

    mutating func optionalInteger(_ key: String) throws(InferenceError) -> Int? {
        guard let node = optional(key) else { return nil }
        guard let number = node.int else { throw wrong(key, expected: "a whole number") }
        return number
    }

    mutating func optionalNumber(_ key: String) throws(InferenceError) -> Double? {
        guard let node = optional(key) else { return nil }
        guard let number = node.double else { throw wrong(key, expected: "a number") }
        return number
    }

    /// An object of arrays of objects.
    mutating func lists<Element>(
        _ key: String, _ read: (inout CatalogueObject) throws(InferenceError) -> Element
    ) throws(InferenceError) -> [String: [Element]] {
        var table = try CatalogueObject(try value(key))
        var lists: [String: [Element]] = [:]
        for name in table.keys { lists[name] = try table.list(name, read) }
        try table.finish()
        return lists
    }
}
