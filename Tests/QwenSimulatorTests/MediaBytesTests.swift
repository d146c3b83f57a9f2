import Foundation
import Testing

@testable import QwenSimulator

@Suite struct MediaBytesTests {
    @Test func writesPicturesOfTheSizeThatWasAskedFor() {
        for size in [PixelSize(1664, 928), PixelSize(17, 3), PixelSize(4096, 4096)] {
            let bytes = PictureRecipe(size: size, salt: "a").bytes()
            let header = ImageHeader.size(bytes)
            #expect(header?.width == size.width && header?.height == size.height)
            #expect(bytes.count < 1_000_000)
        }
    }

    @Test func writesTheSameBytesForTheSameRequestOnly() {
        let size = PixelSize(1280, 720)
        func movie(_ salt: String) -> [UInt8] {
            MovieRecipe(size: size, seconds: 5, rate: 30, hasSound: true, salt: salt).bytes()
        }
        #expect(movie("a") == movie("a"))
        #expect(movie("a") != movie("b"))
        #expect(movie("a").count < 40_000)
    }

    @Test func writesSoundAsLongAsTheText() {
        let recipe = SoundRecipe(text: "Good evening.", voice: "Cherry", rate: 24_000)
        let wave = recipe.wave()
        #expect(wave.prefix(4).elementsEqual("RIFF".utf8))
        #expect(wave.count == 44 + Int(recipe.seconds * 24_000) * 2)
        #expect(recipe.mpeg().prefix(2) == [0xFF, 0xF3])
    }

    /// For looking at with other tools: `MEDIA_OUT=folder swift test --filter MediaBytesTests`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["MEDIA_OUT"] != nil))
    func leavesSamplesForOtherTools() throws {
        let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["MEDIA_OUT"] ?? "")
        func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: folder.appending(path: name)) }
        for (size, sound) in [
            (PixelSize(1280, 720), true), (PixelSize(1920, 1080), false), (PixelSize(480, 832), true),
        ] {
            let movie = MovieRecipe(size: size, seconds: 6, rate: 30, hasSound: sound, salt: size.text)
            try write("\(size.width)x\(size.height).mp4", movie.bytes())
        }
        try write("a.png", PictureRecipe(size: PixelSize(1664, 928), salt: "a").bytes())
        let sound = SoundRecipe(text: "Good evening to all of you.", voice: "Cherry", rate: 24_000)
        try write("a.wav", sound.wave())
        for rate in [16_000, 22_050, 44_100] {
            try write("a\(rate).mp3", SoundRecipe(text: "Good evening to all of you.", voice: "x", rate: rate).mpeg())
        }
    }
}
