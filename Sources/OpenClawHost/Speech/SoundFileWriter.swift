package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A sound that is on its way into a file: under a temporary name until it is complete, with a header that tells its true
/// length.
package final class SoundFileWriter {
    private let descriptor: OwnedDescriptor
    private let target: String
    /// Where the sound is while it grows, for those who play it.
    package let partPath: String
    private let format: SoundFormat
    private let sampleRate: Int
    /// Bytes before the sound.
    var headerLength: Int { format == .wav ? WaveHeader.length : 0 }
    /// Bytes of the sound, without a header.
    package private(set) var byteCount = 0
    private var isFinished = false
    private let isDraft: Bool

    /// - Parameters:
    ///   - target: absolute; its ending is replaced by the one of the format where it is one of a sound.
    ///   - id: for the temporary name.
    ///   - draft: where the sound is meanwhile, when it is to stay there if it breaks off.
    ///   - kept: bytes of the sound that are there already.
    package init(
        _ target: String, id: String, format: SoundFormat, sampleRate: Int, draft: SpeechDraft? = nil, kept: Int = 0
    ) throws(InferenceError) {
        self.target = Self.path(target, format)
        self.format = format
        self.sampleRate = sampleRate
        let folder = FilePathText.parent(of: self.target)
        partPath =
            draft?.soundPath ?? FilePathText.join(folder, ".\(FilePathText.name(of: self.target)).\(id).part")
        isDraft = draft != nil
        do throws(FileError) { try PrivateDirectory.create(folder) } catch { throw error.inferenceError }
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW
        guard let descriptor = OwnedDescriptor(opening: partPath, flags: flags, mode: 0o644) else {
            throw FileError("write", partPath).inferenceError
        }
        self.descriptor = descriptor
        try begin(behind: kept)
    }

    /// Leaves what is kept and nothing else, and goes on there.
    private func begin(behind kept: Int) throws(InferenceError) {
        guard flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 else {
            isFinished = true
            throw InferenceError(.invalidRequest, "another process is writing \(partPath)")
        }
        let length = kept > 0 ? headerLength + kept : 0
        guard ftruncate(descriptor.number, off_t(length)) == 0, lseek(descriptor.number, 0, SEEK_END) >= 0 else {
            throw FileError("write", partPath).inferenceError
        }
        byteCount = kept
        if format == .wav, kept == 0 { try write(WaveHeader(sampleRate: sampleRate).bytes) }
    }

    deinit { if !isFinished, !isDraft || byteCount == 0 { unlink(partPath) } }

    /// Makes what was written last.
    package func sync() throws(InferenceError) {
        guard fsync(descriptor.number) == 0 else { throw FileError("write", partPath).inferenceError }
    }

    private static let endings: Set = ["wav", "wave", "mp3", "ogg", "oga", "opus", "pcm", "raw", "flac", "m4a", "aac"]

    /// Where a sound of a format goes that is wanted in a place.
    package static func path(_ target: String, _ format: SoundFormat) -> String {
        let name = FilePathText.name(of: target)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return target + "." + format.ending }
        let ending = name[name.index(after: dot)...].lowercased()
        guard endings.contains(ending) else { return target + "." + format.ending }
        guard SoundFormat(ending: ending) != format else { return target }
        return FilePathText.join(FilePathText.parent(of: target), name[..<dot] + "." + format.ending)
    }

    package func add(_ bytes: [UInt8]) throws(InferenceError) {
        try write(bytes)
        byteCount += bytes.count
    }

    /// Writes the lengths, makes the file last, and gives it its name.
    package func finish(digest: any ContentDigest) throws(InferenceError) -> JobFile {
        try finish(as: target, digest)
    }

    /// Keeps a sound that broke off, because it is paid, under a name that tells so; `nil` when nothing was heard.
    package func keepPart(digest: any ContentDigest) throws(InferenceError) -> JobFile? {
        guard byteCount > 0 else { return nil }
        guard !isDraft else { return try finish(as: partPath, digest) }
        let ending = "." + format.ending
        let stem = target.hasSuffix(ending) ? String(target.dropLast(ending.count)) : target
        return try finish(as: stem + ".partial" + ending, digest)
    }

    private func finish(as target: String, _ digest: any ContentDigest) throws(InferenceError) -> JobFile {
        if format == .wav {
            // Half a sample would shift every reader that looks past it.
            byteCount -= byteCount % 2
            guard ftruncate(descriptor.number, off_t(WaveHeader.length + byteCount)) == 0,
                overwrite(WaveHeader(sampleRate: sampleRate, byteCount: byteCount).bytes)
            else { throw FileError("write", partPath).inferenceError }
        }
        try sync()
        let hash: String
        do throws(FileError) { hash = try FileDigest.of(partPath, digest) } catch { throw error.inferenceError }
        guard rename(partPath, target) == 0 else { throw FileError("replace", target).inferenceError }
        isFinished = true
        if let folder = OwnedDescriptor(opening: FilePathText.parent(of: target), flags: O_RDONLY | O_DIRECTORY) {
            _ = fsync(folder.number)
        }
        return JobFile(
            path: target, mediaType: format.mediaType,
            byteCount: byteCount + (format == .wav ? WaveHeader.length : 0), digest: hash)
    }

    private func write(_ bytes: [UInt8]) throws(InferenceError) {
        guard descriptor.write(all: bytes) else { throw FileError("write", partPath).inferenceError }
    }

    private func overwrite(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { pwrite(descriptor.number, $0.baseAddress, $0.count, 0) } == bytes.count
    }
}
