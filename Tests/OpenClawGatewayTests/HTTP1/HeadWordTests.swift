import Testing

@testable import OpenClawGateway

@Suite struct HeadWordTests {
    /// Words in which one byte is any byte at any place, and all others are letters.
    private func eachWord(_ body: ([UInt8], UInt8, Int) -> Void) {
        for place in 0..<8 {
            for byte in UInt8.min...UInt8.max {
                var bytes = Array("host-nAm".utf8)
                bytes[place] = byte
                body(bytes, byte, place)
            }
        }
    }

    private func word(_ bytes: [UInt8]) -> HeadWord { bytes.withUnsafeBytes { HeadWord($0, at: 0) } }

    @Test func namesEndAtTheFirstByteThatIsNoLetterAndNoHyphen() {
        eachWord { bytes, byte, place in
            let isPart = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
            #expect(word(bytes).nameLength == (isPart ? 8 : place), "byte \(byte) at \(place)")
        }
    }

    @Test func onlyLettersMayDifferInTheirCase() {
        let name = Array("x-apikey".utf8)
        for place in 0..<8 {
            for byte in UInt8.min...UInt8.max {
                var bytes = name
                bytes[place] = byte
                let isSame = HeadSlice.lowercased(byte) == name[place]
                #expect(word(bytes).isNamed(word(name)) == isSame, "byte \(byte) at \(place)")
            }
        }
    }

    @Test func plainAreVisibleBytesAndSpaces() {
        eachWord { bytes, byte, _ in #expect(word(bytes).isPlain == ByteClass.isPlain(byte), "byte \(byte)") }
    }

    @Test func aByteIsFoundAtEveryPlace() {
        eachWord { bytes, byte, _ in
            #expect(word(bytes).contains(byte))
            #expect(word(bytes).contains(UInt8(ascii: "?")) == (byte == UInt8(ascii: "?")))
        }
    }

    @Test(arguments: ["connection", "authorization", "x-api-key", "content-length", "transfer-encoding"])
    func aNameOfAnyLengthIsComparedWhole(name: String) {
        let bytes = Array(name.utf8)
        for place in bytes.indices {
            var other = bytes
            other[place] = UInt8(ascii: "_")
            #expect(!isNamed(other, bytes), "byte \(place)")
        }
        #expect(isNamed(Array(name.uppercased().utf8), bytes))
    }

    private func isNamed(_ bytes: [UInt8], _ name: [UInt8]) -> Bool {
        name.withUnsafeBufferPointer { name in
            bytes.withUnsafeBytes { HeadSlice(start: 0, end: $0.count).isNamed(name, in: $0) }
        }
    }
}
