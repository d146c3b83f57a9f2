import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct ToldRecordingTests {
    private func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(number >> ($0 * 8) & 0xFF) }
    }

    /// A tone in all channels.
    private func wave(rate: Int, channels: Int, bits: Int, seconds: Double, format: Int = 1) -> [UInt8] {
        var data: [UInt8] = []
        for index in 0..<Int(Double(rate) * seconds) {
            let value = 0.5 * sin(2 * .pi * 300 * Double(index) / Double(rate))
            for _ in 0..<channels {
                if format == 3 {
                    data += little(Int(Float(value).bitPattern), 4)
                } else if bits == 8 {
                    data.append(UInt8(128 + Int(value * 127)))
                } else {
                    data += little(Int(value * Double(1 << (bits - 1))), bits / 8)
                }
            }
        }
        let frame = channels * bits / 8
        var bytes =
            Array("RIFF".utf8) + little(data.count + 48, 4) + Array("WAVELIST".utf8) + little(3, 4) + [1, 2, 3, 0]
        bytes += Array("fmt ".utf8) + little(16, 4) + little(format, 2) + little(channels, 2) + little(rate, 4)
        bytes += little(rate * frame, 4) + little(frame, 2) + little(bits, 2) + Array("data".utf8)
        return bytes + little(data.count, 4) + data
    }

    private func told(_ bytes: [UInt8], rate: Int? = 16_000) async throws -> ([UInt8], ToldRecording, Int) {
        let file = URL.temporaryDirectory.appending(path: "told-\(UUID().uuidString).wav")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let input = GenerationInput(kind: .audio, role: .recording, source: .file(file.path))
        let recording = try ToldRecording(input, sampleRate: rate)
        var all: [UInt8] = []
        var pieces = 0
        try await recording.tell { piece in
            all += piece
            pieces += 1
        }
        return (all, recording, pieces)
    }

    @Test(arguments: [
        (8000, 1, 16, 1), (16_000, 1, 16, 1), (16_000, 2, 8, 1), (22_050, 1, 24, 1), (44_100, 2, 16, 1),
        (48_000, 1, 32, 3),
    ]) func everyWaveBecomesSamplesOfOneRate(_ rate: Int, _ channels: Int, _ bits: Int, _ format: Int) async throws {
        let (samples, recording, pieces) = try await told(
            wave(rate: rate, channels: channels, bits: bits, seconds: 2, format: format))
        #expect(abs(samples.count - 64_000) <= 4, "\(samples.count)")
        #expect(pieces == 20 && recording.seconds.map { abs($0 - 2) < 0.001 } == true)
        var crossings = 0
        var loudest = 0
        var last = 0
        for index in stride(from: 0, to: samples.count - 1, by: 2) {
            let value = Int(Int16(bitPattern: UInt16(samples[index]) | UInt16(samples[index + 1]) << 8))
            loudest = max(loudest, abs(value))
            if last < 0, value >= 0 { crossings += 1 }
            last = value
        }
        // The tone is as high and as loud as before.
        #expect(abs(crossings - 600) <= 2 && abs(loudest - 16_384) < 600, "\(crossings) \(loudest)")
    }

    @Test func whatIsToldAsItIsIsNotTouched() async throws {
        let bytes = (0..<50_000).map { UInt8($0 & 0xFF) }
        let (all, recording, pieces) = try await told(bytes, rate: nil)
        #expect(all == bytes && recording.seconds == nil && pieces > 10)
    }

    @Test func wavesThatNobodyCanReadAreRefused() async throws {
        for bytes in [
            wave(rate: 16_000, channels: 1, bits: 16, seconds: 0.1, format: 85), Array("RIFF....WAVE".utf8),
            Array(wave(rate: 16_000, channels: 1, bits: 16, seconds: 0.1).prefix(40)),
        ] {
            let error = await #expect(throws: InferenceError.self) { try await told(bytes) }
            #expect(error?.code == .invalidRequest)
        }
    }
}
