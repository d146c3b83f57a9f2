package import Inference
import OpenClawHost

/// The exit codes of all commands. `docs/cli.md` lists them.
package struct ExitStatus: Hashable, Sendable {
    package let code: Int32
    /// What the code means, for the documentation.
    package let meaning: String

    init(code: Int32, meaning: String) {
        self.code = code
        self.meaning = meaning
    }

    /// Done.
    package static let success = ExitStatus(code: 0, meaning: "done")
    /// Failed for a reason without a code of its own.
    package static let failure = ExitStatus(code: 1, meaning: "failed: an empty or unreadable answer, a file, a check")
    package static let usage = ExitStatus(code: 2, meaning: "usage: a wrong flag, argument or configuration value")
    package static let authentication = ExitStatus(
        code: 3, meaning: "authentication: the key is missing, was refused, or may not do this")
    package static let quota = ExitStatus(code: 4, meaning: "quota: balance, plan window or rate limit is used up")
    package static let network = ExitStatus(
        code: 5, meaning: "network: the service could not be reached, failed, or did not answer in time")
    package static let refused = ExitStatus(
        code: 6, meaning: "refused: the content filter, or a plan that does not take this client")
    package static let model = ExitStatus(
        code: 7, meaning: "model: unknown on this endpoint, or without the feature that was asked for")
    package static let request = ExitStatus(
        code: 8, meaning: "request: the service finds it wrong or too long for the model")
    package static let configuration = ExitStatus(
        code: 78, meaning: "configuration: the gateway cannot start with it, so that trying again is of no use")
    package static let interrupted = ExitStatus(code: 130, meaning: "interrupted: Ctrl-C or a cancelled task")
    package static let outputClosed = ExitStatus(code: 141, meaning: "the reader of the output went away")

    /// All codes, for the documentation.
    package static let table: [ExitStatus] = [
        .success, .failure, .usage, .authentication, .quota, .network, .refused, .model, .request, .configuration,
        .interrupted, .outputClosed,
    ]
}

extension ExitStatus {
    /// The status for an error of the library.
    package init(_ code: InferenceError.Code) { self = Self.byCode[code] ?? .failure }

    private static let byCode: [InferenceError.Code: ExitStatus] = [
        .invalidConfiguration: .usage,
        .unauthenticated: .authentication, .permissionDenied: .authentication,
        .quotaExhausted: .quota, .budgetExceeded: .quota, .rateLimited: .quota,
        .connectionFailed: .network, .unavailable: .network, .deadlineExceeded: .network, .truncated: .network,
        .contentRejected: .refused, .planClientRefused: .refused,
        .modelNotFound: .model, .unsupported: .model,
        .invalidRequest: .request, .contextTooLong: .request,
        .gatewayConfiguration: .configuration, .gatewayBusy: .network, .gatewayStopped: .failure,
        .cancelled: .interrupted,
    ]
}
