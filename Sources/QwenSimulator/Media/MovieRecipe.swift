/// A playable clip: H.264 in one colour, with or without a silent AAC track.
struct MovieRecipe: Sendable {
    private static let soundRate = 44_100
    private static let soundFrame = 1024
    /// A frame of one channel without any spectrum.
    private static let silence: [UInt8] = [0, 0, 0, 7]

    let size: PixelSize
    let seconds: Double
    let rate: Int
    let hasSound: Bool
    /// Decides the colour.
    let salt: String

    func bytes() -> [UInt8] {
        let video = videoTrack()
        let tracks = hasSound ? [video, soundTrack()] : [video]
        var head = ByteWriter()
        head.box("ftyp") {
            $0.text("isom")
            $0.big(512, 4)
            $0.text("isomiso2avc1mp41")
        }
        // The length of the movie box does not depend on the offsets in it.
        var offsets = tracks.map { _ in 0 }
        let length = movie(tracks, offsets).count
        var position = head.bytes.count + length + 8
        for index in tracks.indices {
            offsets[index] = position
            position += tracks[index].samples.reduce(0) { $0 + $1.count }
        }
        head.bytes += movie(tracks, offsets)
        head.box("mdat") { writer in
            for track in tracks {
                for sample in track.samples { writer.bytes += sample }
            }
        }
        return head.bytes
    }

    private func movie(_ tracks: [MovieTrack], _ offsets: [Int]) -> [UInt8] {
        var writer = ByteWriter()
        let length = Int((seconds * 1000).rounded())
        writer.box("moov") { moov in
            moov.fullBox("mvhd") {
                $0.zeros(8)
                $0.big(1000, 4)
                $0.big(length, 4)
                $0.big(0x10000, 4)
                $0.big(0x100, 2)
                $0.zeros(10)
                MovieTrack.identity(&$0)
                $0.zeros(24)
                $0.big(tracks.count + 1, 4)
            }
            for (index, track) in tracks.enumerated() {
                track.write(number: index + 1, milliseconds: length, offset: offsets[index], to: &moov)
            }
        }
        return writer.bytes
    }

    private func videoTrack() -> MovieTrack {
        var generator = SeededGenerator(seed: 0, salt: salt)
        func level() -> Int {
            let level = Int.random(in: 8...40, using: &generator)
            return Bool.random(using: &generator) ? level : -level
        }
        let stream = H264Stream(size: size, luma: level(), blue: level(), red: level())
        let count = max(1, Int((seconds * Double(rate)).rounded()))
        let samples = (0..<count).map { number in
            var sample = ByteWriter()
            let unit = number == 0 ? stream.firstPicture() : stream.skippedPicture(number)
            sample.big(unit.count, 4)
            return sample.bytes + unit
        }
        return MovieTrack(
            kind: .video(size, stream), timescale: rate * 512, samples: samples, sampleLength: 512)
    }

    private func soundTrack() -> MovieTrack {
        let count = max(1, Int((seconds * Double(Self.soundRate) / Double(Self.soundFrame)).rounded(.up)))
        return MovieTrack(
            kind: .sound, timescale: Self.soundRate, samples: Array(repeating: Self.silence, count: count),
            sampleLength: Self.soundFrame)
    }
}
