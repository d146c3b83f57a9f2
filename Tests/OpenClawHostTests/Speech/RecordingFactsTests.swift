import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct RecordingFactsTests {
    private func facts(_ bytes: [UInt8]) throws -> MediaFacts {
        let file = FileManager.default.temporaryDirectory.appending(path: "recording-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        return try MediaFacts(ofFile: file.path)
    }

    @Test func aFlacFileTellsItsLength() throws {
        // 44,100 samples a second, two channels of 16 bits, 88,200 samples.
        let info: [UInt8] = [16, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0x0A, 0xC4, 0x42, 0xF0, 0x00, 0x01, 0x58, 0x88]
        let facts = try facts(Array("fLaC".utf8) + [0x80, 0, 0, 34] + info + [UInt8](repeating: 0, count: 16))
        #expect(facts.mediaType == "audio/flac" && facts.seconds == 2)
    }

    @Test func anOggFileTellsItsLengthAtItsEnd() throws {
        func page(_ position: [UInt8], _ payload: [UInt8]) -> [UInt8] {
            Array("OggS".utf8) + [0, 0] + position + [UInt8](repeating: 0, count: 12) + [1, UInt8(payload.count)]
                + payload
        }
        let zero = [UInt8](repeating: 0, count: 8)
        let opus = page(zero, Array("OpusHead".utf8) + [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        let end = page([0x80, 0xBB, 0, 0, 0, 0, 0, 0], [1, 2, 3])
        #expect(try facts(opus + end).seconds == 1)
        let vorbis = page(zero, [1] + Array("vorbis".utf8) + [0, 0, 0, 0, 1, 0x40, 0x1F, 0, 0])
        #expect(try facts(vorbis + end).seconds == 6)
        #expect(try facts(page(zero, Array("Speex   ".utf8))).seconds == nil)
    }

    @Test(
        arguments: [
            (Array("\0\0\0\u{18}ftypM4A \0\0\0\0".utf8), "audio/mp4"),
            (Array("\0\0\0\u{18}ftypisom\0\0\0\0".utf8), "video/mp4"),
            ([0xFF, 0xF1, 0x50, 0x80], "audio/aac"), ([0xFF, 0xFB, 0x90, 0x00], "audio/mpeg"),
            (Array("#!AMR\n".utf8), "audio/amr"), (Array("RIFF....AVI LIST".utf8), "video/x-msvideo"),
            (Array("FLV\u{1}".utf8), "video/x-flv"),
            ([0, 0, 1, 0xBA], "video/mpeg"),
        ] as [([UInt8], String)])
    func recordingsAreKnownByTheirFirstBytes(_ bytes: [UInt8], _ type: String) {
        #expect(MediaFormat.of(bytes + [UInt8](repeating: 0, count: 16))?.mediaType == type)
    }

    @Test func aRecordingIsASoundOrAClip() throws {
        let place = FileManager.default.temporaryDirectory.path
        let far = try GenerationInput(recording: "https://host/über talk.mp3", workingDirectory: place)
        #expect(far.source == .address("https://host/%C3%BCber%20talk.mp3"))
        let picture = place + "/picture-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: picture) }
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 24))
            .write(to: URL(filePath: picture))
        for wrong in ["missing.wav", picture] {
            #expect(throws: InferenceError.self) { try GenerationInput(recording: wrong, workingDirectory: place) }
        }
    }
}
