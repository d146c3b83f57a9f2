import Foundation
import Inference
import Synchronization
import Testing

@testable import OpenClawHost

@Suite struct SoundFileTests {
    private let home = FileManager.default.temporaryDirectory.appending(path: "sound-\(UUID().uuidString)").path

    private func writer(_ name: String, _ format: SoundFormat) throws -> SoundFileWriter {
        try SoundFileWriter(home + "/" + name, id: "id", format: format, sampleRate: 24_000)
    }

    private func digest() -> any ContentDigest { MemoryJobStore().makeDigest() }

    @Test func aFileOfSamplesTellsItsTrueLength() throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let writer = try writer("a.mp3", .wav)
        for piece in [[1, 2, 3], [4], [], [5, 6, 7]] as [[UInt8]] { try writer.add(piece) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: home) == [".a.wav.id.part"])
        let file = try writer.finish(digest: digest())
        #expect(file.path == home + "/a.wav" && file.byteCount == 50 && file.mediaType == "audio/wav")
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: file.path)))
        // Half a sample is no sample.
        #expect(bytes == WaveHeader(sampleRate: 24_000, byteCount: 6).bytes + [1, 2, 3, 4, 5, 6])
        #expect(bytes[4..<8].elementsEqual([42, 0, 0, 0]) && bytes[40..<44].elementsEqual([6, 0, 0, 0]))
        #expect(try MediaFacts(ofFile: file.path).seconds == 6 / 48_000)
    }

    @Test func otherFormatsAreKeptAsTheyCome() throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let writer = try writer("talk.v2", .mp3)
        try writer.add([1, 2, 3])
        let file = try writer.finish(digest: digest())
        #expect(file.path == home + "/talk.v2.mp3" && file.byteCount == 3)
    }

    @Test func whatWasNotFinishedLeavesNothing() throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        do {
            let writer = try writer("a.wav", .wav)
            try writer.add([1, 2])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: home).isEmpty)
    }

    @Test func aHeaderOfUnknownLengthIsAStreams() {
        let header = WaveHeader(sampleRate: 16_000)
        #expect(header.bytes.count == 44 && header.bytes[40..<44].allSatisfy { $0 == 0xFF })
        #expect(WaveHeader(sampleRate: 1, byteCount: 1 << 33).bytes[40..<44].allSatisfy { $0 == 0xFF })
    }

    @Test(arguments: [1, 3, 45, 1000]) func aHeaderThatComesAlongIsRemoved(_ size: Int) {
        let list: [UInt8] = Array("LIST".utf8) + [4, 0, 0, 0, 9, 9, 9, 9]
        let plain = WaveHeader(sampleRate: 24_000, byteCount: 6).bytes
        let wave = plain[..<36] + list + plain[36...] + [1, 2, 3, 4, 5, 6] + Array("LISTxxxx".utf8)
        var stripper = HeaderStripper()
        var heard: [UInt8] = []
        for start in stride(from: 0, to: wave.count, by: size) {
            heard += stripper.feed(Array(wave[start..<min(start + size, wave.count)]))
        }
        #expect(heard == [1, 2, 3, 4, 5, 6])
        var raw = HeaderStripper()
        #expect(raw.feed([1]) + raw.feed([2, 3]) == [1, 2, 3])
    }

    private func player(_ name: String, _ script: String) throws -> [String: String] {
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        let path = home + "/" + name
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return ["PATH": home + ":/usr/bin:/bin"]
    }

    @Test func aPlayerHearsAllOfItWhileItComes() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let environment = try player("aplay", "cat > \(home)/heard; echo \"$@\" > \(home)/arguments")
        let player = try SoundPlayer(for: .wav, sampleRate: 24_000, environment: environment)
        let (progress, path) = (SoundProgress(), home)
        let sound = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
        let played = try await withThrowingTaskGroup(of: Bool?.self) { group in
            group.addTask { try await player.play(progress) { try await Task.sleep(for: $0) } }
            group.addTask {
                let writer = try SoundFileWriter(path + "/a.wav", id: "id", format: .wav, sampleRate: 24_000)
                progress.begin(writer)
                for start in stride(from: 0, to: sound.count, by: 50_000) {
                    try writer.add(Array(sound[start..<start + 50_000]))
                    progress.grow(to: writer.byteCount)
                    await Task.yield()
                }
                progress.end(try writer.finish(digest: MemoryJobStore().makeDigest()).path)
                return nil
            }
            var played: Bool?
            for try await value in group { played = value ?? played }
            return played
        }
        #expect(played == true)
        #expect([UInt8](try Data(contentsOf: URL(filePath: home + "/heard"))) == sound)
        let arguments = try String(contentsOfFile: home + "/arguments", encoding: .utf8)
        #expect(arguments == "-q -t raw -f S16_LE -r 24000 -c 1 -\n")
    }

    @Test func aPlayerThatEndsEarlyIsNoFailure() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        // As the program does at its start.
        signal(SIGPIPE, SIG_IGN)
        let environment = try player("paplay", "exit 0")
        let player = try SoundPlayer(for: .pcm, sampleRate: 24_000, environment: environment)
        let progress = SoundProgress()
        let writer = try writer("a.pcm", .pcm)
        progress.begin(writer)
        try writer.add([UInt8](repeating: 0, count: 1_000_000))
        progress.grow(to: 1_000_000)
        #expect(try await player.play(progress) { try await Task.sleep(for: $0) } == false)
    }

    @Test func aPlayerThatKnowsFilesGetsTheHeaderToo() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let environment = try player("ffplay", "cat > \(home)/heard; echo \"$@\" > \(home)/arguments")
        let player = try SoundPlayer(for: .wav, sampleRate: 24_000, environment: environment)
        let progress = SoundProgress()
        let writer = try writer("a.wav", .wav)
        progress.begin(writer)
        try writer.add([1, 2, 3, 4])
        progress.grow(to: writer.byteCount)
        progress.end(nil)
        #expect(try await player.play(progress) { try await Task.sleep(for: $0) })
        let heard = [UInt8](try Data(contentsOf: URL(filePath: home + "/heard")))
        #expect(heard == WaveHeader(sampleRate: 24_000).bytes + [1, 2, 3, 4])
        let arguments = try String(contentsOfFile: home + "/arguments", encoding: .utf8)
        #expect(arguments == "-nodisp -autoexit -loglevel quiet -i -\n")
    }

    @Test func withoutAPlayerItIsSaidWhatToInstall() throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let none = ["PATH": home]
        let error = #expect(throws: InferenceError.self) {
            try SoundPlayer(for: .wav, sampleRate: 24_000, environment: none)
        }
        #expect(error?.code == .unsupported && error?.message.contains("alsa-utils") == true)
        // What plays samples only is no player for anything else.
        let environment = try player("aplay", "cat > /dev/null")
        let only = ["PATH": environment["PATH"]!.split(separator: ":").map(String.init)[0]]
        #expect(throws: InferenceError.self) { try SoundPlayer(for: .mp3, sampleRate: 24_000, environment: only) }
    }
}
