import Inference

/// Where a transcript goes, and what is written beside it: how it was made, and all that is known of the words.
struct TranscriptFile {
    let job: Job
    /// For transcripts that nobody named a place for.
    let directory: String

    private var writing: TranscriptOutput { job.transcript ?? TranscriptOutput(.text) }

    /// The ending that people write is replaced by the one of the format; other dots are part of the name.
    var path: String {
        let format = writing.format
        guard let output = job.output else {
            return FilePathText.join(directory, "\(stem)---\(job.id).\(format.ending)")
        }
        let name = FilePathText.name(of: output)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
            Self.endings.contains(name[name.index(after: dot)...].lowercased())
        else { return output + "." + format.ending }
        return FilePathText.join(FilePathText.parent(of: output), name[..<dot] + "." + format.ending)
    }

    private static let endings: Set = ["txt", "text", "md", "json", "srt", "vtt", "wav", "mp3", "m4a", "mp4"]

    /// The name of the recording in letters that every disk takes.
    private var stem: String {
        guard let source = job.plan.inputs.first?.input.source else { return "transcript" }
        let place =
            switch source {
            case .file(let path): path
            case .address(let address): String(address.prefix { $0 != "?" && $0 != "#" })
            }
        let name = FilePathText.name(of: place).prefix { $0 != "." }
        let safe = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.prefix(48)
        return safe.isEmpty ? "transcript" : String(safe)
    }

    func write(_ transcript: Transcript, digest: any ContentDigest) throws(InferenceError) -> JobFile {
        let text = TranscriptWriter(layout: writing.layout).write(transcript, as: writing.format)
        let bytes = Array(text.utf8)
        digest.add(bytes)
        let file = JobFile(
            path: path, mediaType: writing.format.mediaType, byteCount: bytes.count, digest: digest.finish())
        do throws(FileError) {
            try AtomicFile(file.path, mode: 0o644).replace(with: bytes)
            var sidecar = ResultSidecar(job: job, file: file).json.object ?? JSONObject()
            sidecar["texts"] = nil
            sidecar["transcript"] = transcript.json
            try AtomicFile(StoredTranscript.sidecarPath(of: file), mode: 0o644)
                .replace(with: JSONValue.object(sidecar).serialized(pretty: true))
        } catch {
            throw error.inferenceError
        }
        return file
    }
}
