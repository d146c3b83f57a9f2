import HTTPTypes
package import Inference
internal import OpenClawHost

/// Answers `count_tokens`. No endpoint counts for us, so it is a guess, and says so.
package enum AnthropicTokenCount {
    /// The field by which the answer tells that nobody counted.
    package static let field: (name: String, value: String) = ("x-openclaw-token-count", "estimated")

    /// About what a picture of a screen costs; the largest cost two and a half times as much.
    private static let tokensPerImage = 1_000
    /// Roles and separators around a message.
    private static let tokensPerMessage = 4

    /// The document for a request.
    package static func answer(_ body: [UInt8]) throws(InferenceError) -> [UInt8] {
        let translated = try AnthropicDialect().translate(body, fields: HTTPFields())
        var text = JSONComposer()
        text.object { $0.member("input_tokens", tokens(of: translated.request)) }
        return text.bytes
    }

    private static func tokens(of request: ChatRequest) -> Int {
        let images = request.messages.reduce(0) { count, message in
            count + message.parts.count { $0["type"]?.string == "image_url" }
        }
        return TokenEstimate(of: request).tokens + images * tokensPerImage + request.messageCount * tokensPerMessage
    }
}
