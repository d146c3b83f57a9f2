#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A voice as far as the simulator has one: one tone per word, as long as the text would take to say.
struct SoundRecipe: Sendable {
    private static let charactersPerSecond = 15.0
    private static let longest = 60.0

    let text: String
    let voice: String
    let rate: Int

    var seconds: Double {
        min(Self.longest, max(0.2, Double(text.count) / Self.charactersPerSecond))
    }

    /// Samples of 16 bits, lowest byte first, one channel.
    func samples() -> [UInt8] {
        let words = text.split { $0 == " " }
        var bytes: [UInt8] = []
        let count = Int(seconds * Double(rate))
        bytes.reserveCapacity(count * 2)
        let perWord = max(1, count / max(1, words.count))
        var tone = 0.0
        for index in 0..<count {
            let word = words.isEmpty ? "" : String(words[min(words.count - 1, index / perWord)])
            if index % perWord == 0 { tone = Self.tone(word, voice) }
            let fade = min(1, Double(index % perWord) / 200, Double(perWord - index % perWord) / 200)
            let value = Int(8000 * fade * sin(2 * .pi * tone * Double(index) / Double(rate)))
            bytes.append(UInt8(value & 0xFF))
            bytes.append(UInt8(value >> 8 & 0xFF))
        }
        return bytes
    }

    private static func tone(_ word: String, _ voice: String) -> Double {
        var generator = SeededGenerator(seed: 0, salt: "tone:\(voice):\(word)")
        return Double(Int.random(in: 120...420, using: &generator))
    }

    func wave() -> [UInt8] {
        let samples = samples()
        var writer = ByteWriter()
        writer.text("RIFF")
        writer.little(36 + samples.count, 4)
        writer.text("WAVEfmt ")
        writer.little(16, 4)
        writer.little(1, 2)
        writer.little(1, 2)
        writer.little(rate, 4)
        writer.little(rate * 2, 4)
        writer.little(2, 2)
        writer.little(16, 2)
        writer.text("data")
        writer.little(samples.count, 4)
        return writer.bytes + samples
    }

    /// Silent MPEG frames of 32 kbit/s; a rate without a frame of its own takes the nearest.
    func mpeg() -> [UInt8] {
        let rates = [44_100: (1, 0), 48_000: (1, 1), 32_000: (1, 2), 22_050: (2, 0), 24_000: (2, 1), 16_000: (2, 2)]
        let used = rates.keys.min { abs($0 - rate) < abs($1 - rate) } ?? 22_050
        let (version, code) = rates[used] ?? (2, 0)
        let length = (version == 1 ? 144 : 72) * 32_000 / used
        let first: [UInt8] = [0xFF, version == 1 ? 0xFB : 0xF3, UInt8((version == 1 ? 1 : 4) << 4 | code << 2), 0xC4]
        let frame = first + [UInt8](repeating: 0, count: length - 4)
        let count = Int((seconds * Double(used) / (version == 1 ? 1152 : 576)).rounded(.up))
        return (0..<max(1, count)).flatMap { _ in frame }
    }
}
