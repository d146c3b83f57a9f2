public import Inference
internal import Synchronization

/// The body of a scripted reply. It knows what its reader did.
public final class ScriptedBody: HTTPResponseBody {
    private struct State {
        var steps: ArraySlice<ScriptedReply.Step>
        var deadlines: [ContinuousClock.Instant?] = []
        var isCancelled = false
        var isFinished = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state: Mutex<State>

    init(_ steps: [ScriptedReply.Step]) { state = Mutex(State(steps: steps[...])) }

    /// Whether the reader gave the exchange up before its end.
    public var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// The deadlines that the reader passed, call by call.
    public var deadlines: [ContinuousClock.Instant?] { state.withLock { $0.deadlines } }

    public func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> [UInt8]? {
        let step = state.withLock { state -> ScriptedReply.Step? in
            state.deadlines.append(deadline)
            return state.isCancelled ? .failure(Self.cancelled) : state.steps.first
        }
        if Task.isCancelled { throw Self.cancelled }
        switch step {
        case nil:
            state.withLock { $0.isFinished = true }
            return nil
        case .bytes(let bytes)?:
            state.withLock { $0.steps = $0.steps.dropFirst() }
            return bytes
        case .failure(let error)?: throw error
        case .silence?:
            guard deadline == nil else { throw InferenceError(.deadlineExceeded, "the script is silent") }
            await cancellation()
            throw Self.cancelled
        }
    }

    public func cancel() {
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if !state.isFinished { state.isCancelled = true }
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    private static let cancelled = InferenceError(.cancelled, "the exchange was given up")

    private func cancellation() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if !state.isCancelled { state.waiting = continuation }
                    return state.isCancelled
                }
                if isCancelled { continuation.resume() }
            }
        } onCancel: {
            cancel()
        }
    }
}
