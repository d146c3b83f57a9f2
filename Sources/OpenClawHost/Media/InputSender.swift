import HTTPTypes
import Inference

/// Makes of the inputs of a plan what a request can hold: small pictures inside it, other files by the service's temporary
/// store.
struct InputSender {
    let runner: JobRunner
    let route: GenerationRoute
    let observe: @Sendable (JobEvent) -> Void

    /// - Throws: `.invalidRequest` for a file that cannot travel, and whatever the service or the network say.
    func sources(of job: Job) async throws -> [String] {
        var left = InlineMedia.limit
        var sources: [String] = []
        for planned in job.plan.inputs {
            switch planned.input.source {
            case .address(let address): sources.append(address)
            case .file(let path):
                let facts = try GenerationInput.facts(of: path, planned.input.kind)
                let size = facts.byteCount ?? 0
                if planned.rule.isInlined, size <= left {
                    left -= size
                    sources.append(try InlineMedia.url(of: path, facts))
                } else {
                    sources.append(try await upload(path, facts, planned.rule, job))
                }
            }
        }
        return sources
    }

    private func upload(
        _ path: String, _ facts: MediaFacts, _ rule: InputRule, _ job: Job
    ) async throws -> String {
        guard rule.isUploaded, let uploads = route.uploads else { throw InlineMedia.refusal(of: path) }
        let uploader = MediaUploader(
            uploads: uploads, context: route.context, service: job.service, account: job.account, store: runner.store,
            services: runner.services, transport: runner.transport, fetcher: runner.fetcher, observe: observe)
        return try await uploader.reference(of: path, facts, for: job.model)
    }
}
