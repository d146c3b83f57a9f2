import Inference

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }
}

extension SeededGenerator {
    mutating func scalar() -> JSONValue {
        switch Int.random(in: 0..<6, using: &self) {
        case 0: .null
        case 1: .bool(chance(50))
        case 2: .int(Int.random(in: -9...999, using: &self))
        case 3: .number(JSONNumber(verbatim: pick(["0.5", "1e5", "-2.25", "12345678901234567890"])))
        default: .string(pick(["", "a", "it's", "say \"x\"", "ü\n\t", "http://x/y#z", "/* no */ // no", "\u{2028}\\"]))
        }
    }

    mutating func value(depth: Int) -> JSONValue {
        if depth == 0 || chance(50) { return scalar() }
        let count = Int.random(in: 0...3, using: &self)
        if chance(40) { return .array((0..<count).map { _ in value(depth: depth - 1) }) }
        return .object(JSONObject(Self.keys.shuffled(using: &self).prefix(count).map { ($0, value(depth: depth - 1)) }))
    }

    static let keys = ["a", "b", "key", "$x", "with space", "d.o.t", "ü", "null", "1", "q\"uote"]
}
