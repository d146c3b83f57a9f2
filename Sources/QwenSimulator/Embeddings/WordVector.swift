/// The sum of one fixed direction per word, so that common words bring texts together.
enum WordVector {
    static func make(_ text: String, size: Int, seed: UInt64) -> [Float] {
        var sum = [Float](repeating: 0, count: size)
        let words = Prompt(text).words.map { $0.lowercased() }
        for word in words.isEmpty ? [text] : words {
            var generator = SeededGenerator(seed: seed, salt: "word:\(word)")
            for index in 0..<size { sum[index] += Float.random(in: -1...1, using: &generator) }
        }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? sum.map { $0 / length } : sum
    }

    static func json(_ text: String, size: Int, seed: UInt64) -> JSON {
        .array(make(text, size: size, seed: seed).map { .number(Double($0)) })
    }
}
