import Inference

/// Reads `gateway.limits` and `gateway.auth.rateLimit`.
struct GatewayLimitsReader {
    let configuration: Configuration

    func read(_ limits: inout GatewayLimits) throws(InferenceError) {
        let numbers: [(String, WritableKeyPath<GatewayLimits, Int>)] = [
            ("headerBytes", \.headerBytes), ("bodyBytes", \.bodyBytes), ("uploadBytes", \.uploadBytes),
            ("uploadsTotalBytes", \.uploadsTotalBytes),
            ("connections", \.connections), ("requests", \.requests), ("requestsPerKey", \.requestsPerKey),
        ]
        for (name, path) in numbers {
            if let number = try positive(["limits", name]) { limits[keyPath: path] = number }
        }
        let durations: [(String, WritableKeyPath<GatewayLimits, Duration>)] = [
            ("headerTimeoutMs", \.headerTimeout), ("bodyTimeoutMs", \.bodyTimeout), ("idleTimeoutMs", \.idleTimeout),
            ("readerTimeoutMs", \.readerTimeout), ("drainTimeoutMs", \.drainTimeout),
        ]
        for (name, path) in durations {
            if let number = try positive(["limits", name]) { limits[keyPath: path] = .milliseconds(number) }
        }
        if let count = try positive(["auth", "rateLimit", "maxAttempts"]) { limits.failedAttempts = count }
        if let window = try positive(["auth", "rateLimit", "windowMs"]) {
            limits.failureWindow = .milliseconds(window)
        }
        if let lockout = try positive(["auth", "rateLimit", "lockoutMs"]) { limits.lockout = .milliseconds(lockout) }
        limits.exemptsLoopback =
            configuration[ConfigurationPath(keys: ["gateway", "auth", "rateLimit", "exemptLoopback"])]?.bool ?? false
    }

    private func positive(_ keys: [String]) throws(InferenceError) -> Int? {
        let path = ["gateway"] + keys
        guard let value = configuration[ConfigurationPath(keys: path)] else { return nil }
        guard let number = value.int, number > 0, number <= 1 << 40 else {
            let name = path.joined(separator: ".")
            throw GatewaySettingsReader.invalid(
                "\(name) is no positive number", hint: "openclaw config unset \(name)")
        }
        return number
    }
}
