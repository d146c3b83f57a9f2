import Inference

/// Takes what comes of one request. Samples that arrive with a header of a file lose it: headers are written once, for the whole.
struct Ear {
    private(set) var hasHeard = false
    private(set) var address: String?
    private(set) var usage: SpeechUsage?
    private var header: HeaderStripper?

    init(format: SoundFormat) { header = format == .pcm ? HeaderStripper() : nil }

    /// - Returns: the sound of the event.
    mutating func take(_ event: SpeechEvent) -> [UInt8] {
        switch event {
        case .audio(let bytes):
            hasHeard = hasHeard || !bytes.isEmpty
            return header?.feed(bytes) ?? bytes
        case .file(let address): self.address = address
        case .finished(let usage): self.usage = usage
        }
        return []
    }
}

/// Removes the header of a RIFF file, whatever pieces it comes in; samples without one pass.
struct HeaderStripper {
    private var waiting: [UInt8]? = []
    private var left: Int?

    mutating func feed(_ bytes: [UInt8]) -> [UInt8] {
        guard var seen = waiting else { return counted(bytes) }
        seen += bytes
        guard seen.count >= 12 || !"RIFF".utf8.starts(with: seen.prefix(4)) else {
            waiting = seen
            return []
        }
        guard seen.starts(with: "RIFF".utf8), seen[8..<12].elementsEqual("WAVE".utf8) else {
            waiting = nil
            return seen
        }
        var offset = 12
        while seen.count >= offset + 8 {
            let length = (0..<4).reduce(0) { $0 | Int(seen[offset + 4 + $1]) << ($1 * 8) }
            if seen[offset..<offset + 4].elementsEqual("data".utf8) {
                waiting = nil
                // A header that was written before the length was known says nothing of what follows the samples.
                left = length == 0 || length >= 0x7FFF_0000 ? nil : length
                return counted(Array(seen[(offset + 8)...]))
            }
            offset += 8 + length + length % 2
        }
        waiting = seen
        return []
    }

    private mutating func counted(_ bytes: [UInt8]) -> [UInt8] {
        guard let rest = left else { return bytes }
        left = max(0, rest - bytes.count)
        return rest >= bytes.count ? bytes : Array(bytes.prefix(rest))
    }
}
