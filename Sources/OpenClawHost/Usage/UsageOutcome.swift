package import Inference

/// How a request ended.
package enum UsageOutcome: Hashable, Sendable {
    case ok
    /// The user or the caller stopped it.
    case cancelled
    case failed(InferenceError.Code)

    package init(_ error: InferenceError) { self = error.code == .cancelled ? .cancelled : .failed(error.code) }

    /// As the ledger and reports spell it: `ok`, `cancelled`, or the code of the error.
    package init(name: String) {
        self = name == "ok" ? .ok : name == "cancelled" ? .cancelled : .failed(InferenceError.Code(name))
    }

    package var name: String {
        switch self {
        case .ok: "ok"
        case .cancelled: "cancelled"
        case .failed(let code): code.rawValue
        }
    }
}
