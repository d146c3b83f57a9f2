public import HTTPTypes
public import Inference

/// The codec for the asynchronous tasks of Qwen Cloud. Mirrors the page `manage-asynchronous-tasks` of Model Studio.
public struct QwenTaskService: TaskService {
    private let classifier: ErrorClassifier

    public init(classifier: ErrorClassifier) { self.classifier = classifier }

    public var queriesPerSecond: Int { 20 }
    public var lifetime: Double { 24 * 60 * 60 }

    public func status(of task: ServiceTask, context: CallContext) throws(InferenceError) -> HTTPExchangeRequest {
        HTTPExchangeRequest(head: try .native(.get, "/tasks/" + task.pathSegment, context: context))
    }

    public func report(
        _ head: HTTPResponse, _ body: [UInt8], context: CallContext
    ) throws(InferenceError) -> TaskReport {
        let reply: NativeReply
        do {
            reply = try NativeReply(head, body, classifier: classifier, context: context)
        } catch {
            // Some pages show a failed task in the shape of a refused request.
            guard head.status.kind == .successful, error.serviceCode != nil else { throw error }
            return TaskReport(state: .failed, failure: error)
        }
        let state = Self.state(reply.output?["task_status"]?.string)
        let prompt =
            reply.output?["orig_prompt"]?.string ?? reply.output?["results"]?.array?.first?["orig_prompt"]?.string
        switch state {
        case .succeeded:
            let results = reply.results(kind: reply.kind)
            let failure = reply.partialFailure.map {
                InferenceError(.unavailable, "some results are missing: \($0)", requestID: reply.requestID)
            }
            return TaskReport(state: state, results: results, failure: failure, prompt: prompt)
        case .failed: return TaskReport(state: state, failure: failure(in: reply, context), prompt: prompt)
        default: return TaskReport(state: state, prompt: prompt)
        }
    }

    public func list(model: ModelID?, page: Int, context: CallContext) throws(InferenceError) -> HTTPExchangeRequest {
        var query = "page_no=\(page)&page_size=100"
        if let model { query += "&model_name=" + model.rawValue.filter(\.isPathSafe) }
        return HTTPExchangeRequest(head: try .native(.get, "/tasks?" + query, context: context))
    }

    public func listing(
        _ head: HTTPResponse, _ body: [UInt8], context: CallContext
    ) throws(InferenceError) -> TaskListing {
        let reply = try NativeReply(head, body, classifier: classifier, context: context)
        let rows = reply.document["data"]?.array ?? reply.document["tasks"]?.array ?? []
        let entries = rows.compactMap { row -> TaskListing.Entry? in
            guard let id = row["task_id"]?.string else { return nil }
            return TaskListing.Entry(
                id: id, model: row["model_name"]?.string.map { ModelID($0) },
                state: Self.state(row["status"]?.string ?? row["task_status"]?.string),
                begunAt: row["gmt_create"]?.double.map { $0 / 1000 }, requestID: row["request_id"]?.string)
        }
        return TaskListing(tasks: entries, pageCount: reply.document["total_page"]?.int ?? 1)
    }

    public func cancel(_ task: ServiceTask, context: CallContext) throws(InferenceError) -> HTTPExchangeRequest {
        HTTPExchangeRequest(head: try .native(.post, "/tasks/" + task.pathSegment + "/cancel", context: context))
    }

    public func cancelled(_ head: HTTPResponse, _ body: [UInt8], context: CallContext) throws(InferenceError) {
        _ = try NativeReply(head, body, classifier: classifier, context: context)
    }

    static func state(_ text: String?) -> TaskReport.State {
        switch text {
        case "PENDING": .waiting
        case "RUNNING", "SUSPENDED": .running
        case "SUCCEEDED": .succeeded
        case "FAILED": .failed
        case "CANCELED", "CANCELLED": .cancelled
        default: .unknown
        }
    }

    private func failure(in reply: NativeReply, _ context: CallContext) -> InferenceError {
        let said = JSONValue.object([
            "code": reply.output?["code"] ?? .string(""), "message": reply.output?["message"] ?? .string(""),
            "request_id": reply.requestID.map { .string($0) } ?? .null,
        ])
        let call = FailedCall(endpoint: context.endpoint, model: nil, credential: context.credential)
        return classifier.classify(HTTPResponse(status: .badRequest), body: said.serialized(), of: call)
    }
}

extension ServiceTask {
    /// The id, which came from a service, without anything that would change a path.
    fileprivate var pathSegment: String { id.filter(\.isPathSafe) }
}

extension Character {
    fileprivate var isPathSafe: Bool { isASCII && (isLetter || isNumber || "-_.".contains(self)) }
}
