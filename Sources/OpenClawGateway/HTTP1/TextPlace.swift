/// Memory that has been made room for, filled from its beginning.
struct TextPlace {
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

    mutating func put(_ byte: UInt8) {
        precondition(count < memory.count)
        memory.initializeElement(at: count, to: byte)
        count += 1
    }

    mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        precondition(bytes.count <= memory.count - count)
        guard let source = bytes.baseAddress, let target = memory.baseAddress else { return }
        (target + count).initialize(from: source, count: bytes.count)
        count += bytes.count
    }

    mutating func put(_ number: Int) {
        if number < 0 { put(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let end = count + Self.digits(of: rest)
        precondition(end <= memory.count)
        var place = end
        while place > count {
            place -= 1
            memory.initializeElement(at: place, to: UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        count = end
    }

    private static func digits(of number: UInt) -> Int {
        var count = 0
        var rest = number
        while rest >= 1000 {
            rest /= 1000
            count += 3
        }
        return count + (rest < 10 ? 1 : rest < 100 ? 2 : 3)
    }
}
