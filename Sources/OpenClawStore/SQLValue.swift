/// What may be bound to a parameter.
enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int)
    case text(String)

    init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init(_ flag: Bool?) { self = flag.map { .integer($0 ? 1 : 0) } ?? .null }
}
