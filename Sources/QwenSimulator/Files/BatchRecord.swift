#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A batch of requests; its state follows from the time.
struct BatchRecord: Sendable {
    /// How long a batch is checked and worked on in reality, in seconds.
    private static let checking = 5.0
    private static let working = 60.0

    let id: String
    let account: String
    let input: String
    let endpoint: String
    let window: String
    let metadata: JSON
    let output: String
    let counts: (total: Int, completed: Int)
    let created: Date

    func json(at now: Date, speed: Double) -> JSON {
        let age = now.timeIntervalSince(created) * speed
        let isDone = age >= Self.checking + Self.working
        let status = age < Self.checking ? "validating" : isDone ? "completed" : "in_progress"
        let time = Int(created.timeIntervalSince1970)
        return [
            "id": .string(id), "object": "batch", "endpoint": .string(endpoint), "errors": nil,
            "input_file_id": .string(input), "completion_window": .string(window), "status": .string(status),
            "output_file_id": isDone ? .string(output) : nil, "error_file_id": nil, "created_at": .integer(time),
            "in_progress_at": age < Self.checking ? nil : .integer(time),
            "completed_at": isDone ? .integer(Int(now.timeIntervalSince1970)) : nil, "metadata": metadata,
            "request_counts": [
                "total": .integer(counts.total), "completed": .integer(isDone ? counts.completed : 0),
                "failed": .integer(isDone ? counts.total - counts.completed : 0),
            ],
        ]
    }
}
