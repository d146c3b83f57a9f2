#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UserModelRow {
    /// Reads a row of the configuration. Members of a wrong type count as absent: validation tells the user about them.
    ///
    /// - Returns: `nil` when the value is no object or has no id.
    public init?(_ value: JSONValue) {
        guard let id = value["id"]?.string?.trimmingASCIIWhitespace(), !id.isEmpty else { return nil }
        self.init(
            id: ModelID(id), name: value["name"]?.string, reasoning: value["reasoning"]?.bool,
            input: value["input"]?.array.map { $0.compactMap(\.string).map { Modality($0) } },
            cost: value["cost"].flatMap(UserModelCost.init), contextWindow: value["contextWindow"]?.positive,
            contextTokens: value["contextTokens"]?.positive, maxTokens: value["maxTokens"]?.positive,
            compat: value["compat"].flatMap(UserModelCompat.init))
    }
}

extension UserModelCost {
    /// Reads a `cost` block; `nil` without prices for input and output.
    public init?(_ value: JSONValue) {
        guard let input = value["input"]?.decimal, let output = value["output"]?.decimal else { return nil }
        self.init(
            input: input, output: output, cacheRead: value["cacheRead"]?.decimal,
            cacheWrite: value["cacheWrite"]?.decimal)
    }
}

extension UserModelCompat {
    /// Reads a `compat` block; `nil` when the value is no object.
    public init?(_ value: JSONValue) {
        guard value.object != nil else { return nil }
        self.init(
            supportsDeveloperRole: value["supportsDeveloperRole"]?.bool,
            supportsReasoningEffort: value["supportsReasoningEffort"]?.bool,
            supportsUsageInStreaming: value["supportsUsageInStreaming"]?.bool,
            supportsTools: value["supportsTools"]?.bool, maxTokensField: value["maxTokensField"]?.string,
            thinkingFormat: value["thinkingFormat"]?.string,
            requiresStringContent: value["requiresStringContent"]?.bool)
    }
}

extension JSONValue {
    fileprivate var positive: Int? { int.flatMap { $0 > 0 ? $0 : nil } }

    /// The number exactly as it is written; negative ones are no prices.
    fileprivate var decimal: Decimal? {
        guard case .number(let number) = self, let value = Decimal(string: number.text), value >= 0 else { return nil }
        return value
    }
}
