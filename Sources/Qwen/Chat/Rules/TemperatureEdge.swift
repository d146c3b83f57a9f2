import Inference

/// OpenAI allows a temperature of 2; the service wants less than that.
struct TemperatureEdge: DialectRule {
    static let id = "temperature-edge"
    var concerns: ChatMembers { .temperature }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard request.temperature == 2 else { return [] }
        request.temperature = 1.99
        return adjusted("temperature 2 sent as 1.99")
    }
}
