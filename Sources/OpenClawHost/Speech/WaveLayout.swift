import Inference

/// Where the samples of a RIFF file are, and what they are.
struct WaveLayout: Hashable, Sendable {
    var offset: Int
    var byteCount: Int
    var channels: Int
    var sampleRate: Int
    /// 8, 16, 24 or 32.
    var bits: Int
    var isFloat: Bool

    var frameSize: Int { channels * bits / 8 }
    var seconds: Double { Double(byteCount / frameSize) / Double(sampleRate) }

    /// - Throws: `.invalidRequest` for a file whose samples nobody here can read.
    init(_ reader: borrowing MediaReader, path: String) throws(InferenceError) {
        var place = 12
        var form: [UInt8] = []
        while form.count < 16 || place < reader.byteCount {
            let head = reader.bytes(at: place, count: 8)
            guard head.count == 8 else { break }
            let length = Self.little(head[4..<8])
            if head.starts(with: "fmt ".utf8) { form = reader.bytes(at: place + 8, count: min(length, 40)) }
            if head.starts(with: "data".utf8), form.count >= 16 {
                offset = place + 8
                // A header that was written before the length was known reaches to the end.
                byteCount = min(length, max(0, reader.byteCount - offset))
                channels = Self.little(form[2..<4])
                sampleRate = Self.little(form[4..<8])
                bits = Self.little(form[14..<16])
                var kind = Self.little(form[0..<2])
                if kind == 0xFFFE, form.count >= 26 { kind = Self.little(form[24..<26]) }
                isFloat = kind == 3
                guard kind == 1 && [8, 16, 24, 32].contains(bits) || isFloat && bits == 32,
                    (1...32).contains(channels), (1000...768_000).contains(sampleRate)
                else { break }
                return
            }
            place += 8 + length + length % 2
        }
        throw InferenceError(
            .invalidRequest, "the samples of \(path) cannot be read; expected a wave file of plain samples",
            hint: "ffmpeg -i recording.mp3 -ac 1 -ar 16000 recording.wav")
    }

    /// Samples of some frames, all channels as one.
    func samples(in bytes: [UInt8]) -> [Float] {
        let width = bits / 8
        return (0..<bytes.count / frameSize).map { frame in
            var sum: Float = 0
            for channel in 0..<channels {
                let start = frame * frameSize + channel * width
                sum += sample(bytes[start..<start + width])
            }
            return sum / Float(channels)
        }
    }

    private func sample(_ bytes: ArraySlice<UInt8>) -> Float {
        let raw = UInt32(Self.little(bytes))
        if isFloat { return Float(bitPattern: raw) }
        if bits == 8 { return (Float(raw) - 128) / 128 }
        return Float(Int32(bitPattern: raw << UInt32(32 - bits))) / 2_147_483_648
    }

    private static func little(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
