import NIOHTTP1

/// `/batches`: requests from a file, answered into another.
struct BatchesRoute {
    private static let endpoints = ["/v1/chat/completions", "/v1/embeddings"]

    let service: SimulatedService
    let context: CallContext
    let body: JSON

    private var account: String { context.endpoint.keyRing }
    private var speed: Double { service.configuration.taskSpeed }

    func reply(_ rest: String) async throws(ServiceError) -> Reply {
        let parts = rest.split(separator: "/").map(String.init)
        let batches = service.batches.batches(of: account)
        switch (context.call.method, parts.count) {
        case ("POST", 1): return try await create()
        case ("GET", 1):
            let all = batches.reversed().map { $0.json(at: service.now(), speed: speed) }
            return .json(["object": "list", "data": .array(all), "has_more": false])
        case ("GET", 2):
            guard let batch = batches.first(where: { $0.id == parts[1] }) else {
                throw ServiceError("file_missing", ["value": parts[1]])
            }
            return .json(batch.json(at: service.now(), speed: speed))
        default: throw ServiceError("empty_404")
        }
    }

    private func create() async throws(ServiceError) -> Reply {
        let id = body["input_file_id"]?.string ?? ""
        guard let file = service.files.file(id, of: account) else { throw ServiceError("file_missing", ["value": id]) }
        let endpoint = body["endpoint"]?.string ?? ""
        guard Self.endpoints.contains(endpoint) else {
            throw ServiceError("media_parameter", ["value": "endpoint must be in \(Self.endpoints)"])
        }
        let lines = try lines(file.content)
        var output = ""
        var completed = 0
        for line in lines {
            let answer = await answer(line, endpoint: endpoint)
            if answer["response"]?["status_code"] == 200 { completed += 1 }
            output += answer.text + "\n"
        }
        var generator = SeededGenerator(seed: service.world.seed, salt: "batch:\(context.requestID)")
        let result = FileRecord(
            id: "file-batch_output-\(generator.hexadecimal(24))", account: account, name: "result.jsonl",
            purpose: "batch_output", description: "", content: Array(output.utf8), created: service.now())
        service.files.add(result)
        let batch = BatchRecord(
            id: "batch_\(generator.identifier())", account: account, input: id, endpoint: endpoint,
            window: body["completion_window"]?.string ?? "24h", metadata: body["metadata"] ?? [:], output: result.id,
            counts: (lines.count, completed), created: service.now())
        service.batches.add(batch)
        return .json(batch.json(at: service.now(), speed: speed))
    }

    /// One model and no identifier twice.
    private func lines(_ content: [UInt8]) throws(ServiceError) -> [JSON] {
        var identifiers: Set<String> = []
        var models: Set<String> = []
        var lines: [JSON] = []
        for bytes in content.split(separator: 0x0A) {
            guard let line = try? JSONParser.parse(Array(bytes)) else { throw ServiceError("invalid_body") }
            let id = line["custom_id"]?.string ?? ""
            guard identifiers.insert(id).inserted else { throw ServiceError("duplicate_custom_id", ["value": id]) }
            models.insert(line["body"]?["model"]?.string ?? "")
            guard models.count == 1 else { throw ServiceError("mismatched_model") }
            lines.append(line)
        }
        return lines
    }

    private func answer(_ line: JSON, endpoint: String) async -> JSON {
        var reply: Reply
        do throws(ServiceError) {
            let body = line["body"] ?? [:]
            if endpoint.hasSuffix("embeddings") {
                reply = try EmbeddingsRoute(service: service, context: context).compatible(body)
            } else {
                reply = try await ChatEntry(service: service, context: context, body: body).compatible()
            }
        } catch {
            reply = service.errorWriter.reply(error, in: context)
        }
        var answer = JSON.null
        if case .whole(let bytes) = reply.body { answer = (try? JSONParser.parse(bytes)) ?? nil }
        return [
            "id": .string(context.requestID), "custom_id": line["custom_id"] ?? nil, "error": nil,
            "response": [
                "status_code": .integer(reply.status), "request_id": .string(context.requestID), "body": answer,
            ],
        ]
    }
}
