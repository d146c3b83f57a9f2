/// Gives samples another rate, whatever pieces they come in: means of windows to fewer, straight lines to more.
struct Resampler {
    /// Samples that come for one that leaves.
    private let step: Double
    private var seen = 0
    private var next = 0.0
    private var last: Float = 0
    private var sum: Float = 0
    private var count = 0

    init(from: Int, to: Int) { step = Double(from) / Double(to) }

    /// - Returns: samples of 16 bits, lowest byte first.
    mutating func feed(_ samples: [Float]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(Double(samples.count) / step) * 2 + 4)
        for sample in samples {
            if step > 1 { gather(sample, &bytes) } else { draw(sample, &bytes) }
            last = sample
            seen += 1
        }
        return bytes
    }

    private mutating func gather(_ sample: Float, _ bytes: inout [UInt8]) {
        sum += sample
        count += 1
        guard Double(seen + 1) >= next + step else { return }
        Self.write(sum / Float(count), &bytes)
        (sum, count) = (0, 0)
        next += step
    }

    private mutating func draw(_ sample: Float, _ bytes: inout [UInt8]) {
        // A place between the sample before and this one.
        while next <= Double(seen) {
            let part = Float(Double(seen) - next)
            Self.write(seen == 0 ? sample : sample + (last - sample) * part, &bytes)
            next += step
        }
    }

    private static func write(_ sample: Float, _ bytes: inout [UInt8]) {
        let value = UInt16(bitPattern: Int16(max(-32_768, min(32_767, (sample * 32_768).rounded()))))
        bytes.append(UInt8(value & 0xFF))
        bytes.append(UInt8(value >> 8))
    }
}
