import Inference

/// Fills the placeholders of an error row from the failure, the call and the manifest.
struct FailureAdvice {
    let failure: ServiceFailure
    let call: FailedCall
    /// The provider's own manifest.
    let manifest: ProviderManifest
    /// Manifests of sibling providers whose keys people mix up with this one's.
    let siblings: () -> [ProviderManifest]

    /// The sentence for the user followed by the service's own words, one line, without a key and a full stop.
    func sentence(_ template: String, quoting message: String) -> String {
        let lead = fill(template) { value(of: $0) ?? Self.fallbacks[$0] ?? "" } ?? template
        var quoted = message.scrubbed(of: call.credential).split(whereSeparator: \.isNewline).joined(separator: " ")
        if quoted.count > 400 { quoted = String(quoted.prefix(400)) + "…" }
        while let last = quoted.last, last == "." || last == " " { quoted.removeLast() }
        return quoted.isEmpty ? lead : "\(lead): \(quoted)"
    }

    /// The first command whose placeholders are all known.
    func command(of templates: [String]) -> String? {
        templates.lazy.compactMap { fill($0, with: value(of:)) }.first
    }

    /// What is said when a placeholder of a sentence has no value.
    private static let fallbacks = [
        "model": "the model", "limit": "fewer", "served": "see the list of models", "keyVerdict": "the key was refused",
    ]

    private func fill(_ template: String, with value: (String) -> String?) -> String? {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            guard let text = value(String(rest[rest.index(after: open)..<close])) else { return nil }
            result += rest[..<open] + text
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private func value(of name: String) -> String? {
        switch name {
        case "endpoint": call.endpoint.label
        case "provider": manifest.id.rawValue
        case "model": call.model?.id.rawValue
        case "ref": call.model.map { ref($0.id) }
        case "keysPage": manifest.keysPage
        case "baseURL": builtInBaseURL
        case "limit": statedLimit.map(String.init)
        case "side": failure.comparableMessage.contains("output data") ? "output" : "input"
        case "keyVerdict": keyVerdict
        case "keyChoice": keyChoices.first?.id.rawValue
        case "otherChoice": otherPlanChoice?.id.rawValue
        case "meteredChoice": meteredChoice?.id.rawValue
        case "servingChoice": servingChoice?.id.rawValue
        case "served": servingChoice.flatMap(endpoint(of:)).map { "\($0.label) does" }
        case "largerModel": largerModel.map { ref($0.id) }
        case "visionModel": manifest.defaults.imageUnderstanding.map(ref)
        default: nil
        }
    }

    private func ref(_ id: ModelID) -> String { ModelRef(provider: manifest.id, model: id).description }

    private var builtInBaseURL: String? {
        guard let url = manifest.endpoint(call.endpoint.id)?.baseURL, !url.contains("{") else { return nil }
        return url
    }

    private var largerModel: ModelDescriptor? {
        guard let current = call.model?.maxInputTokens ?? statedLimit else { return nil }
        return manifest.models.first {
            !$0.isHidden && ($0.maxInputTokens ?? 0) > current && $0.unavailability(on: call.endpoint) == nil
        }
    }
}

extension FailureAdvice {
    /// The number that the service names as its limit.
    var statedLimit: Int? { Self.limit(in: failure.message) }

    /// Reads N out of "[1, N]", "not greater than N" and their like.
    static func limit(in message: String) -> Int? {
        let text = message.lowercased()
        if let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]") {
            let parts = text[text.index(after: open)..<close].split(separator: ",")
            if parts.count == 2, let limit = Int(parts[1].trimmingASCIIWhitespace()) { return limit }
        }
        for phrase in ["greater than ", "or equal to ", "at most ", "maximum of ", "limit is ", "limit ("] {
            guard let found = text.firstRange(of: phrase) else { continue }
            let digits = text[found.upperBound...].prefix { $0.isASCII && $0.isNumber }
            if let limit = Int(digits) { return limit }
        }
        return nil
    }
}
