import Inference

extension JobDrive {
    /// Brings all results to this machine. What is there already stays.
    mutating func fetch() async throws {
        guard let results = job.results else {
            return try advance { $0.end(.failed, InferenceError(.storeFailed, "the job has lost its results")) }
        }
        if job.kind == .text { return try await writeTranscript(of: results) }
        while job.files.count < results.files.count {
            let index = job.files.count
            do {
                let file = try await fetch(results.files[index], index: index, count: results.files.count)
                try writeSidecar(of: file)
                try advance { $0.files.append(file) }
            } catch let error as InferenceError where error.code == .resultGone {
                return try advance { $0.end(.expired, error) }
            }
        }
        try advance { $0.state = .succeeded }
    }

    private func fetch(
        _ remote: GenerationResults.RemoteFile, index: Int, count: Int
    ) async throws -> JobFile {
        let target = ResultTarget(job: job, index: index, count: count, directory: runner.mediaDirectory)
        return try await patiently {
            try await runner.fetcher.fetch(
                remote, to: target, service: job.service, digest: runner.store.makeDigest(), observe: observe)
        }
    }

    /// Tries again what may pass.
    func patiently<Value>(_ body: () async throws -> Value) async throws -> Value {
        var failures = 0
        while true {
            do {
                return try await body()
            } catch let error as InferenceError {
                if error.code == .cancelled { throw CancellationError() }
                let passing: Set<InferenceError.Code> = [
                    .connectionFailed, .unavailable, .deadlineExceeded, .truncated, .rateLimited, .malformedResponse,
                ]
                failures += 1
                guard passing.contains(error.code), failures < 6 else { throw error }
                observe(.trouble(error))
                try await pause(Double(1 << failures) / 2 * (0.75 + services.chance() / 2))
            }
        }
    }

    private func writeSidecar(of file: JobFile) throws(InferenceError) {
        let sidecar = ResultSidecar(job: job, file: file)
        do throws(FileError) {
            try AtomicFile(file.path + ".json", mode: 0o644).replace(with: sidecar.json.serialized(pretty: true))
        } catch {
            throw error.inferenceError
        }
    }
}
