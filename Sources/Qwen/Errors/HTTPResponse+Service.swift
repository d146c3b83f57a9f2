import HTTPTypes
import Inference

extension HTTPResponse {
    /// The fields in which the service or its gateways name a request; the first one present counts.
    static var serviceRequestIDNames: [String] { ["x-request-id", "x-dashscope-request-id", "x-acs-request-id"] }

    /// How long the service asks to wait. Nobody has seen it do so yet; proxies in front of it may.
    var statedRetryAfter: Duration? {
        if let text = value("retry-after-ms"), let wait = Int(text), wait >= 0 { return .milliseconds(wait) }
        if let text = value("retry-after"), let wait = Int(text), wait >= 0 { return .seconds(wait) }
        return nil
    }

    private func value(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headerFields[$0] }?.trimmingASCIIWhitespace()
    }
}
