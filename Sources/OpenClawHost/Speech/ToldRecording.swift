import Inference

/// A file of this machine that is told to a model in pieces of a tenth of a second.
struct ToldRecording: Sendable {
    private let path: String
    private let sampleRate: Int?
    private let layout: WaveLayout?
    private let byteCount: Int
    /// How long it is, where anybody can say.
    let seconds: Double?

    /// What a second takes where nobody can say how long a recording is.
    private static let usualBytes = 16_000.0

    /// - Parameter sampleRate: what the samples are wanted at; `nil` tells the file as it is.
    /// - Throws: `.invalidRequest` when it cannot be read.
    init(_ input: GenerationInput, sampleRate: Int?) throws(InferenceError) {
        guard case .file(let path) = input.source else {
            throw InferenceError(.invalidRequest, "expected a recording that is a file of this machine")
        }
        self.path = path
        self.sampleRate = sampleRate
        let reader = try Self.reader(path)
        byteCount = reader.byteCount
        layout = sampleRate == nil ? nil : try WaveLayout(reader, path: path)
        seconds = layout?.seconds ?? input.facts.seconds
    }

    private static func reader(_ path: String) throws(InferenceError) -> MediaReader {
        do throws(FileError) { return try MediaReader(path) } catch {
            throw InferenceError(.invalidRequest, "\(error.description); expected a recording")
        }
    }

    /// Gives the pieces in order.
    func tell(_ give: (_ piece: [UInt8]) async throws -> Void) async throws {
        let reader = try Self.reader(path)
        guard let layout, let sampleRate else {
            let size = max(512, Int(Double(byteCount) / (seconds ?? Double(byteCount) / Self.usualBytes) / 10))
            for offset in stride(from: 0, to: byteCount, by: size) {
                try await give(reader.bytes(at: offset, count: size))
            }
            return
        }
        var resampler = Resampler(from: layout.sampleRate, to: sampleRate)
        let size = max(1, layout.sampleRate / 10) * layout.frameSize
        let end = layout.offset + layout.byteCount
        for offset in stride(from: layout.offset, to: end, by: size) {
            let bytes = resampler.feed(layout.samples(in: reader.bytes(at: offset, count: min(size, end - offset))))
            if !bytes.isEmpty { try await give(bytes) }
        }
    }
}
