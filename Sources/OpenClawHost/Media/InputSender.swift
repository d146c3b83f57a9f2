import HTTPTypes
import Inference

/// Makes of the inputs of a plan what a request can hold: small pictures inside it, other files by the service's temporary
/// store.
struct InputSender {
    let runner: JobRunner
    let route: GenerationRoute
    let observe: @Sendable (JobEvent) -> Void

    /// All inline pictures of a request together.
    static let inlineLimit = 7_000_000

    /// - Throws: `.invalidRequest` for a file that cannot travel, and whatever the service or the network say.
    func sources(of job: Job) async throws -> [String] {
        var left = Self.inlineLimit
        var sources: [String] = []
        for planned in job.plan.inputs {
            switch planned.input.source {
            case .address(let address): sources.append(address)
            case .file(let path):
                let facts = try facts(of: path)
                let size = facts.byteCount ?? 0
                if planned.rule.isInlined, size <= left {
                    left -= size
                    sources.append(try inline(path, facts))
                } else {
                    sources.append(try await upload(path, facts, planned.rule, job))
                }
            }
        }
        return sources
    }

    private func facts(of path: String) throws(InferenceError) -> MediaFacts {
        do throws(FileError) { return try MediaFacts(ofFile: path) } catch {
            throw InferenceError(.invalidRequest, error.description)
        }
    }

    private func inline(_ path: String, _ facts: MediaFacts) throws(InferenceError) -> String {
        let bytes: [UInt8]?
        do throws(FileError) { bytes = try FileContents.read(path) } catch {
            throw InferenceError(.invalidRequest, error.description)
        }
        guard let bytes, let type = facts.mediaType else {
            throw InferenceError(.invalidRequest, "\(path) is no picture, clip or sound of a known format")
        }
        return "data:\(type);base64," + Base64Text.encode(bytes)
    }

    private func upload(
        _ path: String, _ facts: MediaFacts, _ rule: InputRule, _ job: Job
    ) async throws -> String {
        guard rule.isUploaded, let uploads = route.uploads else {
            throw InferenceError(
                .invalidRequest,
                "\(FilePathText.name(of: path)) is too large to travel in the request; expected at most \(Self.inlineLimit / 1_000_000) MB, or an https:// address"
            )
        }
        let digest: String
        do throws(FileError) { digest = try FileDigest.of(path, runner.store.makeDigest()) } catch {
            throw InferenceError(.invalidRequest, error.description)
        }
        let key = StoredUpload.Key(
            digest: digest, model: job.model, service: job.service, account: job.account)
        if let known = try runner.store.upload(key, now: runner.services.now()) { return known.reference }
        return try await FormUpload(sender: self, uploads: uploads).send(path, facts, key)
    }
}
