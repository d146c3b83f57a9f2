import NIOHTTP1

/// Which calls a fault meets when it names no path.
enum FaultScope: Sendable {
    case call, submission, task, storage

    init(_ call: HTTPCall) {
        if StorageAddress.isStorage(call) {
            self = .storage
        } else if call.headers.first(name: "x-dashscope-async")?.lowercased() == "enable" {
            self = .submission
        } else if call.path.contains("/api/v1/tasks") {
            self = .task
        } else {
            self = .call
        }
    }

    /// A fault that names a path or a host finds its calls itself.
    func admits(_ fault: Fault) -> Bool {
        if fault.path != nil || fault.endpoint == "storage" { return true }
        switch FaultBehaviour(rawValue: fault.name) {
        case .lostAnswer, .taskFailed, .taskStuck, .largeResult: return self == .submission
        case .taskUnknown: return self == .task
        case .resultExpired, .wrongContentType: return self == .storage
        default: return self != .storage
        }
    }
}
