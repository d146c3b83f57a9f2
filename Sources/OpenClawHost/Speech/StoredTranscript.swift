package import Inference

/// The transcript that a job made, as it is kept beside its file.
package enum StoredTranscript {
    static func sidecarPath(of file: JobFile) -> String { file.path + ".json" }

    /// - Returns: the transcript for programs: `text`, `language`, `duration`, `segments`; see ``Transcript/json``.
    /// - Throws: `.storeFailed` when the file is not there any more.
    package static func document(of job: Job) throws(InferenceError) -> JSONValue {
        guard let file = job.files.first else {
            throw InferenceError(.storeFailed, "job \(job.id) has no transcript")
        }
        let path = sidecarPath(of: file)
        do {
            if let bytes = try FileContents.read(path, limit: 512 << 20),
                let transcript = try JSONValue(parsing: bytes)["transcript"]
            {
                return transcript
            }
        } catch {
            throw InferenceError(.storeFailed, "\(path) cannot be read: \(error)")
        }
        throw InferenceError(.storeFailed, "\(path) is gone, or says nothing of a transcript")
    }

    /// - Throws: `.storeFailed` when the file is not there any more.
    package static func read(of job: Job) throws(InferenceError) -> Transcript {
        guard let transcript = Transcript(json: try document(of: job)) else {
            throw InferenceError(.storeFailed, "the transcript of job \(job.id) cannot be read")
        }
        return transcript
    }
}
