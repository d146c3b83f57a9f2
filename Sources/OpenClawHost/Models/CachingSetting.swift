import Inference

/// Whether prompts for a model are marked for the cache, by the most specific of the user's words: `cache` or
/// `cacheRetention` in `agents.defaults.models.<ref>.params`, `models.providers.<id>.cache`, then `agents.defaults.params`.
struct CachingSetting {
    private(set) var caching = PromptCaching.auto
    /// What the user should hear of words that mean nothing.
    private(set) var problems: [String] = []

    init(model: JSONObject?, provider: JSONObject?, all: JSONObject) {
        for members in [model, provider?.holding("cache"), all].compactMap(\.self) {
            if let own = members["cache"] {
                take(own, PromptCaching.init(rawValue:), of: "cache")
                return
            }
            // OpenClaw's word. What it keeps for long is kept for as long as the service does.
            if let retention = members["cacheRetention"] {
                take(retention, { Self.retentions[$0] }, of: "cacheRetention")
                return
            }
        }
    }

    private static let retentions: [String: PromptCaching] = ["none": .off, "short": .auto, "long": .auto]

    private mutating func take(_ value: JSONValue, _ read: (String) -> PromptCaching?, of name: String) {
        if let known = value.string.flatMap(read) {
            caching = known
        } else {
            let words = name == "cache" ? "auto, on or off" : "none, short or long"
            problems = ["expected \(name) to be \(words), got \(value.text); using auto"]
        }
    }
}

extension JSONObject {
    fileprivate func holding(_ key: String) -> JSONObject? { self[key].map { JSONObject([(key, $0)]) } }
}
