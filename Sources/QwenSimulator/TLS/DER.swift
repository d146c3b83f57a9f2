#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The little of the distinguished encoding rules that a certificate needs.
enum DER {
    static func tagged(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        [tag] + length(content.count) + content
    }

    static func sequence(_ elements: [UInt8]...) -> [UInt8] { tagged(0x30, elements.flatMap { $0 }) }
    static func set(_ elements: [UInt8]...) -> [UInt8] { tagged(0x31, elements.flatMap { $0 }) }
    static func explicit(_ number: UInt8, _ content: [UInt8]) -> [UInt8] { tagged(0xA0 | number, content) }
    static func octets(_ content: [UInt8]) -> [UInt8] { tagged(0x04, content) }
    static func boolean(_ value: Bool) -> [UInt8] { tagged(0x01, [value ? 0xFF : 0]) }
    static func text(_ value: String) -> [UInt8] { tagged(0x0C, Array(value.utf8)) }

    static func bits(_ content: [UInt8], unused: UInt8 = 0) -> [UInt8] { tagged(0x03, [unused] + content) }

    /// A non-negative integer from its magnitude.
    static func integer(_ magnitude: [UInt8]) -> [UInt8] {
        var bytes = Array(magnitude.drop { $0 == 0 })
        if bytes.first.map({ $0 >= 0x80 }) ?? true { bytes.insert(0, at: 0) }
        return tagged(0x02, bytes)
    }

    static func identifier(_ arcs: [UInt]) -> [UInt8] {
        var content: [UInt8] = [UInt8(arcs[0] * 40 + arcs[1])]
        for arc in arcs.dropFirst(2) {
            var groups: [UInt8] = [UInt8(arc & 0x7F)]
            var rest = arc >> 7
            while rest > 0 {
                groups.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
                rest >>= 7
            }
            content += groups
        }
        return tagged(0x06, content)
    }

    /// UTCTime, which RFC 5280 asks for until 2049.
    static func time(_ date: Date) -> [UInt8] {
        let moment = CivilTime(date)
        let fields = [moment.year % 100, moment.month, moment.day, moment.hour, moment.minute, moment.second]
        return tagged(0x17, Array((fields.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined() + "Z").utf8))
    }

    private static func length(_ count: Int) -> [UInt8] {
        guard count >= 0x80 else { return [UInt8(count)] }
        var bytes: [UInt8] = []
        var rest = count
        while rest > 0 {
            bytes.insert(UInt8(rest & 0xFF), at: 0)
            rest >>= 8
        }
        return [0x80 | UInt8(bytes.count)] + bytes
    }
}
