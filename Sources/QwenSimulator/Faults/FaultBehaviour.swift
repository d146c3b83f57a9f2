/// Misbehaviours that are not an error of the catalogue.
enum FaultBehaviour: String, CaseIterable, Sendable {
    case cutStream = "cut-stream"
    case reset = "rst"
    case silence
    case slow
    case keepAlive = "keep-alive"
    case emptyStream = "empty-stream"
    case noDone = "no-done"
    case noFinish = "no-finish"
    case noUsage = "no-usage"
    case sseFramedError = "sse-framed-error"
    case nativeErrorFrame = "native-error-frame"
    case midStreamError = "mid-stream-error"
    case error200 = "error-200"
    case html502 = "html-502"
    case empty404 = "empty-404"
    case partialResponse = "partial-response"
    case thinkTagLeak = "think-tag-leak"
    case byteOrderMark = "bom"
    case carriageReturns = "crlf"
    case latency
    /// A submission is accepted, but its answer never arrives.
    case lostAnswer = "lost-answer"
    case taskFailed = "task-failed"
    case taskStuck = "task-stuck"
    case taskUnknown = "task-unknown"
    case resultExpired = "result-expired"
    case wrongContentType = "wrong-content-type"
    case largeResult = "large-result"
}
