/// Cuts text into pieces about as long as the service's tokens; the joined pieces are the text.
enum TokenSplitter {
    private static let longestWord = 7

    private enum Class { case letter, digit, space, ideograph, mark }

    static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        var length = 0
        var previous: Class?
        for character in text {
            let next = classify(character.unicodeScalars.first ?? " ")
            let joins = joins(previous, next, length: length)
            if !joins, !current.isEmpty {
                pieces.append(current)
                current = ""
                length = 0
            }
            current.append(character)
            length += 1
            previous = next
        }
        if !current.isEmpty { pieces.append(current) }
        return pieces
    }

    static func count(_ text: String) -> Int {
        var count = 0
        var length = 0
        var previous: Class?
        for scalar in text.unicodeScalars {
            let next = classify(scalar)
            if previous == nil || !joins(previous, next, length: length) {
                count += 1
                length = 0
            }
            length += 1
            previous = next
        }
        return count
    }

    private static func joins(_ previous: Class?, _ next: Class, length: Int) -> Bool {
        switch (previous, next) {
        case (.letter?, .letter): length < longestWord
        case (.space?, .letter): length == 1
        case (.ideograph?, .ideograph): length < 2
        default: false
        }
    }

    private static func classify(_ scalar: Unicode.Scalar) -> Class {
        switch scalar.value {
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x52F: .letter
        case 0x20: .space
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF: .ideograph
        default: .mark
        }
    }
}
