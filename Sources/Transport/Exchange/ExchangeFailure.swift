import Inference

/// Why no response head came.
struct ExchangeFailure: Error {
    let error: InferenceError
    /// The connection was closed so early that the server cannot have seen the request.
    var isReplayable = false
}
