/// The header of a RIFF file of samples of 16 bits in one channel.
package struct WaveHeader: Hashable, Sendable {
    package var sampleRate: Int
    /// Bytes of samples; `nil` when nobody knows yet, as at the beginning of a stream.
    package var byteCount: Int?

    package init(sampleRate: Int, byteCount: Int? = nil) {
        self.sampleRate = sampleRate
        self.byteCount = byteCount
    }

    package static let length = 44

    package var bytes: [UInt8] {
        // Longer ones are marked as a stream is: readers then read to the end of the file.
        let most = Int(UInt32.max) - 36
        let data = byteCount.map { $0 <= most ? $0 : Int(UInt32.max) } ?? Int(UInt32.max)
        let riff = byteCount.map { $0 <= most ? $0 + 36 : Int(UInt32.max) } ?? Int(UInt32.max)
        var bytes = Array("RIFF".utf8) + Self.little(riff, 4) + Array("WAVEfmt ".utf8)
        bytes += Self.little(16, 4) + Self.little(1, 2) + Self.little(1, 2)
        bytes += Self.little(sampleRate, 4) + Self.little(sampleRate * 2, 4)
        bytes += Self.little(2, 2) + Self.little(16, 2) + Array("data".utf8)
        return bytes + Self.little(data, 4)
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(number >> ($0 * 8) & 0xFF) }
    }
}
