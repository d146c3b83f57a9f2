/// One track of an MP4 file, its samples in one chunk.
struct MovieTrack: Sendable {
    enum Kind: Sendable {
        case video(PixelSize, H264Stream)
        case sound
    }

    let kind: Kind
    let timescale: Int
    let samples: [[UInt8]]
    let sampleLength: Int

    private var length: Int { samples.count * sampleLength }

    func write(number: Int, milliseconds: Int, offset: Int, to moov: inout ByteWriter) {
        moov.box("trak") { trak in
            trak.fullBox("tkhd", flags: 3) {
                $0.zeros(8)
                $0.big(number, 4)
                $0.zeros(4)
                $0.big(milliseconds, 4)
                $0.zeros(12)
                if case .sound = kind { $0.big(0x100, 2) } else { $0.zeros(2) }
                $0.zeros(2)
                Self.identity(&$0)
                if case .video(let size, _) = kind {
                    $0.big(size.width << 16, 4)
                    $0.big(size.height << 16, 4)
                } else {
                    $0.zeros(8)
                }
            }
            trak.box("mdia") { media(&$0, offset: offset) }
        }
    }

    private func media(_ mdia: inout ByteWriter, offset: Int) {
        mdia.fullBox("mdhd") {
            $0.zeros(8)
            $0.big(timescale, 4)
            $0.big(length, 4)
            $0.big(0x55C4, 2)
            $0.zeros(2)
        }
        mdia.fullBox("hdlr") {
            $0.zeros(4)
            if case .sound = kind { $0.text("soun") } else { $0.text("vide") }
            $0.zeros(13)
        }
        mdia.box("minf") { minf in
            if case .sound = kind {
                minf.fullBox("smhd") { $0.zeros(4) }
            } else {
                minf.fullBox("vmhd", flags: 1) { $0.zeros(8) }
            }
            minf.box("dinf") {
                $0.fullBox("dref") {
                    $0.big(1, 4)
                    $0.fullBox("url ", flags: 1) { _ in }
                }
            }
            minf.box("stbl") { table(&$0, offset: offset) }
        }
    }

    private func table(_ stbl: inout ByteWriter, offset: Int) {
        stbl.fullBox("stsd") {
            $0.big(1, 4)
            description(&$0)
        }
        stbl.fullBox("stts") {
            for value in [1, samples.count, sampleLength] { $0.big(value, 4) }
        }
        if case .video = kind {
            stbl.fullBox("stss") {
                for value in [1, 1] { $0.big(value, 4) }
            }
        }
        stbl.fullBox("stsc") {
            for value in [1, 1, samples.count, 1] { $0.big(value, 4) }
        }
        stbl.fullBox("stsz") {
            $0.big(0, 4)
            $0.big(samples.count, 4)
            for sample in samples { $0.big(sample.count, 4) }
        }
        stbl.fullBox("stco") {
            $0.big(1, 4)
            $0.big(offset, 4)
        }
    }

    private func description(_ stsd: inout ByteWriter) {
        switch kind {
        case .video(let size, let stream):
            stsd.box("avc1") {
                $0.zeros(6)
                $0.big(1, 2)
                $0.zeros(16)
                $0.big(size.width, 2)
                $0.big(size.height, 2)
                $0.big(72 << 16, 4)
                $0.big(72 << 16, 4)
                $0.zeros(4)
                $0.big(1, 2)
                $0.zeros(32)
                $0.big(24, 2)
                $0.big(0xFFFF, 2)
                $0.box("avcC") { Self.decoder(of: stream, to: &$0) }
            }
        case .sound:
            stsd.box("mp4a") {
                $0.zeros(6)
                $0.big(1, 2)
                $0.zeros(8)
                $0.big(1, 2)
                $0.big(16, 2)
                $0.zeros(4)
                $0.big(timescale << 16, 4)
                $0.fullBox("esds") { Self.elementaryStream(&$0) }
            }
        }
    }

    private static func decoder(of stream: H264Stream, to writer: inout ByteWriter) {
        writer.bytes += [1, 66, 0xC0, stream.level, 0xFF, 0xE1]
        writer.big(stream.sequenceParameters.count, 2)
        writer.bytes += stream.sequenceParameters
        writer.bytes.append(1)
        writer.big(stream.pictureParameters.count, 2)
        writer.bytes += stream.pictureParameters
    }

    /// AAC, low complexity, 44.1 kHz, one channel.
    private static func elementaryStream(_ writer: inout ByteWriter) {
        writer.bytes += [3, 25, 0, 2, 0, 4, 17, 0x40, 0x15, 0, 0, 0]
        writer.zeros(8)
        writer.bytes += [5, 2, 0x12, 0x08, 6, 1, 2]
    }

    static func identity(_ writer: inout ByteWriter) {
        for value in [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000] { writer.big(value, 4) }
    }
}
