package import Inference

/// A span of time as users write it: `90s`, `30m`, `12h`, `365d`, `2w`.
package enum Lifetime {
    /// - Throws: `.invalidConfiguration` for anything else.
    package static func parse(_ text: String) throws(InferenceError) -> Duration {
        let trimmed = text.trimmingASCIIWhitespace().lowercased()
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = trimmed.last.flatMap({ units[$0] }), let count = Int(trimmed.dropLast()),
            (1...100_000).contains(count)
        else {
            throw InferenceError(
                .invalidConfiguration, "invalid duration; expected a number with s, m, h, d or w, such as 365d")
        }
        return .seconds(count * unit)
    }
}
