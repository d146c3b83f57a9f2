import HTTPTypes
import Inference
import OpenClawHost

// What was made.
extension MediaRoutes {
    func status(of job: Job) -> MediaAnswer {
        let document = MediaDocument(job: job, now: now())
        var answer = MediaAnswer(document.json)
        if !job.state.isFinal { answer.fields.append(("openai-poll-after-ms", String(document.pollAfter))) }
        return answer
    }

    /// `/v1/videos/ID` and `/v1/videos/ID/content`.
    func show(_ call: MediaCall, _ kind: Modality) async throws -> MediaAnswer {
        let (id, part) = try Self.place(call.call.path)
        let job = try job(id, kind, call)
        let query = Self.query(call.call.query)
        switch part {
        case nil where kind == .image && job.state == .succeeded:
            return try Self.images(of: job, isByAddress: query["response_format"] == "url")
        case nil: return status(of: job)
        case "content": return try content(of: job, query, range: call.call.fields[.range])
        default: throw InferenceError.noSuchPath
        }
    }

    func list(_ call: MediaCall, _ kind: Modality) throws -> MediaAnswer {
        let query = Self.query(call.call.query)
        let limit = query["limit"].map { Int($0) ?? 0 } ?? 20
        guard (1...100).contains(limit) else { throw MediaMembers.refusal("limit", "from 1 to 100") }
        var wanted = JobQuery(kind: kind, after: query["after"], limit: limit + 1)
        wanted.isOldestFirst = query["order"] == "asc"
        let jobs = try desk.jobs(wanted, for: MediaClient(call.call.admission))
        let shown = jobs.prefix(limit)
        return MediaAnswer([
            "object": "list", "data": .array(shown.map { MediaDocument(job: $0, now: now()).json }),
            "first_id": shown.first.map { .string($0.id) } ?? .null,
            "last_id": shown.last.map { .string($0.id) } ?? .null, "has_more": .bool(jobs.count > limit),
        ])
    }

    func remove(_ call: MediaCall, _ kind: Modality) async throws -> MediaAnswer {
        let (id, part) = try Self.place(call.call.path)
        guard part == nil else { throw InferenceError.noSuchPath }
        try await desk.remove(try job(id, kind, call))
        return MediaAnswer([
            "id": .string(id), "object": .string("\(kind.rawValue).deleted"), "deleted": true,
        ])
    }

    private func content(of job: Job, _ query: [String: String], range: String?) throws -> MediaAnswer {
        guard ["video", "image", nil].contains(query["variant"]) else {
            throw InferenceError(.unsupported, "expected 'variant' to be video: there is nothing else")
        }
        guard job.state == .succeeded else {
            if let failure = job.failure?.error, job.state.isFinal { throw failure }
            throw InferenceError(
                "conflict", "job \(job.id) has no result yet; it is \(job.state.rawValue)", status: 409,
                retryAfter: .seconds(2))
        }
        let index = query["index"].flatMap { Int($0) } ?? 0
        guard job.files.indices.contains(index) else {
            throw InferenceError("not_found", "job \(job.id) has no result \(index)", status: 404)
        }
        let file = job.files[index]
        // Whoever owns the machine may have moved it.
        guard (try? MediaReader(file.path))?.byteCount == file.byteCount else {
            throw InferenceError(
                "not_found", "the result of job \(job.id) is not on this machine any more", status: 404)
        }
        let whole = 0..<file.byteCount
        let asked = ByteRange.of(range, in: file.byteCount)
        var answer = MediaAnswer(contentType: file.mediaType, body: [.file(file.path, asked ?? whole)])
        answer.fields = [("accept-ranges", "bytes"), ("etag", "\"\(file.digest.prefix(32))\"")]
        if let asked {
            answer.status = 206
            answer.fields.append(
                ("content-range", "bytes \(asked.lowerBound)-\(asked.upperBound - 1)/\(file.byteCount)"))
        }
        return answer
    }

    private func job(_ id: String, _ kind: Modality, _ call: MediaCall) throws(InferenceError) -> Job {
        if let job = try desk.job(id, of: kind, for: MediaClient(call.call.admission)) { return job }
        // The same for what another one made as for what nobody made.
        throw InferenceError("not_found", "there is no \(kind) '\(HeaderText.shortened(id))'", status: 404)
    }

    /// The id in a path, and what follows it.
    private static func place(_ path: String) throws(InferenceError) -> (id: String, part: String?) {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let base = segments.firstIndex(where: { ["videos", "images", "transcriptions"].contains($0) }),
            segments.indices.contains(base + 1), !segments[base + 1].isEmpty, segments.count <= base + 3
        else { throw InferenceError.noSuchPath }
        return (String(segments[base + 1]), segments.count > base + 2 ? String(segments[base + 2]) : nil)
    }

    private static func query(_ text: String) -> [String: String] {
        var values: [String: String] = [:]
        for item in text.split(separator: "&") {
            guard let mark = item.firstIndex(of: "=") else { continue }
            values[String(item[..<mark])] = PercentText.decoded(item[item.index(after: mark)...])
        }
        return values
    }
}
