#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `GET tasks`: flat, with `status` for the state and times in milliseconds.
struct TaskListRoute: Sendable {
    private static let window: TimeInterval = 86_400

    let service: SimulatedService
    let context: CallContext

    func reply() throws(ServiceError) -> Reply {
        guard service.tasks.mayAsk("list", account: context.endpoint.keyRing) else {
            throw ServiceError("limit_requests")
        }
        let query = context.call.query
        let page = max(1, query["page_no"].flatMap(Int.init) ?? 1)
        let size = min(100, max(1, query["page_size"].flatMap(Int.init) ?? 10))
        let tasks = try matching(query)
        let rows = tasks.dropFirst((page - 1) * size).prefix(size).map(row)
        return .json([
            "request_id": .string(context.requestID), "total": .integer(tasks.count),
            "total_page": .integer((tasks.count + size - 1) / size), "page_no": .integer(page),
            "page_size": .integer(size), "data": .array(Array(rows)),
        ])
    }

    /// Newest first.
    private func matching(_ query: [String: String]) throws(ServiceError) -> [TaskRecord] {
        let now = service.now()
        let end = try time(query["end_time"]) ?? now
        let start = try time(query["start_time"]) ?? end.addingTimeInterval(-Self.window)
        guard end.timeIntervalSince(start) <= Self.window else {
            throw ServiceError("media_parameter", ["value": "the time window must not exceed 24 hours"])
        }
        return service.tasks.all.reversed().filter { task in
            task.account == context.endpoint.keyRing && task.submitted >= start && task.submitted <= end
                && task.state(at: now) != .unknown
                && (query["task_id"] == nil || query["task_id"] == task.id)
                && (query["model_name"] == nil || query["model_name"] == task.model)
                && (query["status"] == nil || query["status"] == task.state(at: now).rawValue)
        }
    }

    private func time(_ text: String?) throws(ServiceError) -> Date? {
        guard let text else { return nil }
        guard let time = ServiceTime.date(text) else {
            throw ServiceError("media_parameter", ["value": "times must be written YYYYMMDDhhmmss"])
        }
        return time
    }

    private func row(_ task: TaskRecord) -> JSON {
        let state = task.state(at: service.now())
        var row: JSONObject = [
            "task_id": .string(task.id), "status": .string(state.rawValue), "model_name": .string(task.model),
            "region": .string(StorageAddress.region(task.endpoint.region)), "api_key_id": "1500", "caller_uid": "1000",
            "caller_parent_id": "1000", "request_id": .string(task.requestID),
            "gmt_create": .integer(Self.milliseconds(task.submitted)),
            "user_api_unique_key": .string(
                "apikey:v1:\(task.service.split(separator: "/").joined(separator: ":")):\(task.model)"),
        ]
        if state != .pending { row["start_time"] = .integer(Self.milliseconds(task.scheduled)) }
        if state.isFinal { row["end_time"] = .integer(Self.milliseconds(task.canceled ?? task.ended)) }
        if case .failed(let code, let message) = task.outcome, state == .failed {
            row["code"] = .string(code)
            row["message"] = .string(message)
        }
        return .object(row)
    }

    private static func milliseconds(_ date: Date) -> Int { Int(date.timeIntervalSince1970 * 1000) }
}
