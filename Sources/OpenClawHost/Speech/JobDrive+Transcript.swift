import Inference

extension JobDrive {
    private static let documentLimit = 256 << 20

    /// Reads the document of a transcription and writes it as the user wants it.
    mutating func writeTranscript(of results: GenerationResults) async throws {
        guard let codec = try runner.routes.registry.requiredEntry(for: job.provider).provider.transcription else {
            throw InferenceError(.unsupported, "provider \"\(job.provider)\" does not transcribe")
        }
        let document: [UInt8]
        do {
            document = try await self.document(of: results)
        } catch let error as InferenceError where error.code == .resultGone {
            return try advance { $0.end(.expired, error) }
        }
        let transcript: Transcript
        do throws(InferenceError) {
            transcript = try codec.transcript(in: document)
            guard !transcript.text.trimmingASCIIWhitespace().isEmpty else {
                throw InferenceError(.malformedResponse, "no speech was found in the recording")
            }
        } catch {
            return try advance { $0.end(.failed, error) }
        }
        let file = try TranscriptFile(job: job, directory: runner.mediaDirectory)
            .write(transcript, digest: runner.store.makeDigest())
        try advance { job in
            job.files = [file]
            job.state = .succeeded
        }
    }

    private func document(of results: GenerationResults) async throws -> [UInt8] {
        guard let remote = results.files.first else { return Array((results.texts.first ?? "").utf8) }
        return try await patiently {
            let body = try await runner.fetcher.open(remote.address, service: job.service)
            let bytes = try await body.collect(upTo: Self.documentLimit, before: .now + .seconds(300))
            observe(.received(bytes: bytes.count, of: nil))
            return bytes
        }
    }
}
