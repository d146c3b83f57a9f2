#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One asynchronous task; its state follows from the time alone.
struct TaskRecord: Sendable {
    enum State: String, Sendable {
        case pending = "PENDING"
        case running = "RUNNING"
        case succeeded = "SUCCEEDED"
        case failed = "FAILED"
        case canceled = "CANCELED"
        case unknown = "UNKNOWN"

        var isFinal: Bool { self != .pending && self != .running }
    }

    enum Outcome: Sendable {
        /// The members of `output` besides the state, and the usage.
        case succeeded(output: JSONObject, usage: JSON)
        case failed(code: String, message: String)
        /// Runs until it is forgotten.
        case stuck
    }

    /// Tasks and their results are kept for a day.
    static let lifetime: TimeInterval = 86_400

    let id: String
    /// Who may see it.
    let account: String
    let endpoint: EndpointCard
    let model: String
    let service: String
    let requestID: String
    let submitted: Date
    let scheduled: Date
    let ended: Date
    let outcome: Outcome
    var canceled: Date?
    var isForgotten = false

    func state(at now: Date) -> State {
        if isForgotten || now.timeIntervalSince(submitted) >= Self.lifetime { return .unknown }
        if canceled != nil { return .canceled }
        if now < scheduled { return .pending }
        if now < ended { return .running }
        switch outcome {
        case .succeeded: return .succeeded
        case .failed: return .failed
        case .stuck: return .running
        }
    }
}
