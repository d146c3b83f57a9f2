import HTTPTypes
import Inference

extension HTTPResponse {
    /// The service's id of the request.
    var serviceRequestID: String? {
        for name in ["x-request-id", "x-dashscope-request-id", "x-acs-request-id"] {
            if let field = HTTPField.Name(name), let value = headerFields[field], !value.isEmpty { return value }
        }
        return nil
    }

    /// How long the service asks to wait. Nobody has seen it do so yet; proxies in front of it may.
    var statedRetryAfter: Duration? {
        if let text = value("retry-after-ms"), let wait = Int(text), wait >= 0 { return .milliseconds(wait) }
        if let text = value("retry-after"), let wait = Int(text), wait >= 0 { return .seconds(wait) }
        return nil
    }

    /// Whether the service cut the answer at its own time limit.
    var isPartial: Bool { value("x-dashscope-partialresponse")?.lowercased() == "true" }

    private func value(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headerFields[$0] }?.trimmingASCIIWhitespace()
    }
}
