package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program of this machine that plays sound.
package struct SoundPlayer: Sendable {
    package let path: String
    private let arguments: [String]
    /// Whether it wants samples alone; else it reads the header of the file.
    private let takesSamples: Bool
    /// Whether it takes the sound while it comes; else it plays the file when it is complete.
    package let isLive: Bool
    private let environment: [String: String]

    private struct Kind {
        var name: String
        /// Whether it knows formats other than samples.
        var decodes: Bool
        var isLive = true
        var arguments: @Sendable (_ rate: Int, _ isRaw: Bool) -> [String]
    }

    private static let kinds = [
        Kind(name: "aplay", decodes: false) { rate, _ in
            ["-q", "-t", "raw", "-f", "S16_LE", "-r", "\(rate)", "-c", "1", "-"]
        },
        Kind(name: "paplay", decodes: false) { rate, _ in
            ["--raw", "--format=s16le", "--rate=\(rate)", "--channels=1"]
        },
        Kind(name: "ffplay", decodes: true) { rate, isRaw in
            let samples = isRaw ? ["-f", "s16le", "-ar", "\(rate)", "-ch_layout", "mono"] : []
            return ["-nodisp", "-autoexit", "-loglevel", "quiet"] + samples + ["-i", "-"]
        },
        Kind(name: "mpv", decodes: true) { rate, isRaw in
            let samples =
                isRaw
                ? ["--demuxer=rawaudio", "--demuxer-rawaudio-rate=\(rate)", "--demuxer-rawaudio-channels=1"] : []
            return ["--no-terminal", "--no-video"] + samples + ["-"]
        },
        Kind(name: "afplay", decodes: true, isLive: false) { _, _ in [] },
    ]

    /// The first player on the path that can play a format.
    ///
    /// - Throws: `.unsupported` with what to install.
    package init(
        for format: SoundFormat, sampleRate: Int, environment: [String: String]
    ) throws(InferenceError) {
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        let isRaw = format == .wav || format == .pcm
        for kind in Self.kinds where isRaw || kind.decodes {
            // What plays files only cannot tell what samples without a header are.
            guard kind.isLive || format != .pcm else { continue }
            let paths = folders.map { FilePathText.join($0, kind.name) }
            guard let path = paths.first(where: { access($0, X_OK) == 0 }) else { continue }
            self.path = path
            takesSamples = !kind.decodes
            arguments = kind.arguments(sampleRate, takesSamples || format == .pcm)
            isLive = kind.isLive
            self.environment = environment
            return
        }
        let wanted =
            isRaw ? "aplay (alsa-utils), paplay (pulseaudio-utils), ffplay (ffmpeg) or mpv" : "ffplay (ffmpeg) or mpv"
        throw InferenceError(
            .unsupported, "there is no player for \(format) on this machine; install \(wanted), or leave --play out",
            hint: "apt install \(isRaw ? "alsa-utils" : "ffmpeg")")
    }

    /// Plays a sound while it grows, or when it is complete.
    ///
    /// - Parameters:
    ///   - progress: how far the sound is.
    ///   - wait: pauses the task.
    /// - Returns: whether it was played to its end; a player that was closed is no failure.
    package func play(
        _ progress: SoundProgress, wait: @Sendable (Duration) async throws -> Void
    ) async throws -> Bool {
        guard isLive else { return try await playFile(progress, wait: wait) }
        while progress.source == nil, !progress.isOver { try await wait(.milliseconds(20)) }
        guard let source = progress.source,
            let child = PlayerProcess(path: path, arguments: arguments, environment: environment)
        else { return false }
        var offset = takesSamples ? source.headerLength : 0
        while true {
            let isOver = progress.isOver
            let end = progress.byteCount + source.headerLength
            let bytes = source.reader.bytes(at: offset, count: min(32 << 10, end - offset))
            if bytes.isEmpty {
                if isOver, offset >= end { break }
                try await wait(.milliseconds(20))
                continue
            }
            guard let written = child.write(bytes) else {
                child.end()
                return false
            }
            offset += written
            if written < bytes.count { try await wait(.milliseconds(20)) }
        }
        child.endInput()
        while !child.hasEnded { try await wait(.milliseconds(20)) }
        return true
    }

    private func playFile(
        _ progress: SoundProgress, wait: @Sendable (Duration) async throws -> Void
    ) async throws -> Bool {
        while progress.finishedPath == nil {
            if progress.isOver, progress.finishedPath == nil { return false }
            try await wait(.milliseconds(20))
        }
        guard let file = progress.finishedPath,
            let child = PlayerProcess(path: path, arguments: arguments + [file], environment: environment)
        else { return false }
        child.endInput()
        while !child.hasEnded { try await wait(.milliseconds(20)) }
        return true
    }
}
