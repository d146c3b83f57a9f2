import Inference

/// Model ids are case-sensitive on the wire; the catalogue has the service's spelling.
struct ModelSpelling: DialectRule {
    static let id = "model-spelling"

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let wanted = target.model.id
        guard let asked = request.model, asked != wanted else {
            if request.model == nil { request.model = wanted }
            return []
        }
        request.model = wanted
        guard asked.rawValue.lowercased() == wanted.rawValue.lowercased() else { return [] }
        return adjusted("model '\(asked)' sent as '\(wanted)'")
    }
}
