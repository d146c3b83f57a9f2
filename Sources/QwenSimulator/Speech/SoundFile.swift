#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A voice in one of the formats that the service writes.
struct SoundFile: Sendable {
    static let formats = ["mp3", "pcm", "wav", "opus"]
    private static let pieceSize = 9600

    let recipe: SoundRecipe
    let format: String

    var type: String {
        switch format {
        case "mp3": "audio/mpeg"
        case "pcm": "application/octet-stream"
        case "opus": "audio/ogg"
        default: "audio/wav"
        }
    }

    func bytes() -> [UInt8] {
        switch format {
        case "mp3": recipe.mpeg()
        case "pcm": recipe.samples()
        case "opus": OpusFile(seconds: recipe.seconds).bytes()
        default: recipe.wave()
        }
    }

    /// What a stream carries: headerless samples for wave files, else the file, in pieces of base64.
    var pieces: [String] {
        chunks.map { Data($0).base64EncodedString() }
    }

    /// The same as bytes.
    var chunks: [[UInt8]] {
        let bytes = format == "wav" ? recipe.samples() : bytes()
        return stride(from: 0, to: bytes.count, by: Self.pieceSize).map {
            Array(bytes[$0..<min($0 + Self.pieceSize, bytes.count)])
        }
    }
}
