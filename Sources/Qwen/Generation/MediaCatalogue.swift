import Inference

/// `media.json`: how each model generates pictures and videos, and what models look at, by provider. Models name shapes that
/// many have in common.
struct MediaCatalogue {
    let models: [ProviderID: [GenerationSupport]]
    let understanding: [ProviderID: [ModelID: [InputRule]]]

    /// The built-in file, read when the first generation needs it.
    static let builtIn: Result<MediaCatalogue, InferenceError> = {
        do throws(InferenceError) {
            return .success(try MediaCatalogue(PackageResources.media_json))
        } catch {
            return .failure(error)
        }
    }()

    init(_ bytes: [UInt8]) throws(InferenceError) {
        var object = try CatalogueObject(file: bytes, called: "media catalogue")
        let shapes = try MediaShapes(reading: &object)
        models = try object.providers("models") { row throws(InferenceError) in
            try GenerationSupport.all(reading: &row, shapes: shapes)
        }
        let watching = try object.lists("understanding") { row throws(InferenceError) in
            try UnderstandingRow(reading: &row, shapes: shapes)
        }
        understanding = Dictionary(
            uniqueKeysWithValues: watching.map { provider, rows in
                let pairs = rows.flatMap { row in row.ids.map { ($0, row.rules) } }
                return (ProviderID(provider), Dictionary(pairs) { first, _ in first })
            })
        try object.finish()
    }
}

/// Models that take the same media.
private struct UnderstandingRow {
    var ids: [ModelID]
    var rules: [InputRule]

    init(reading row: inout CatalogueObject, shapes: MediaShapes) throws(InferenceError) {
        ids = try row.ids("ids")
        rules = []
        for name in try row.texts("inputs") {
            guard var rule = shapes.inputs[name] else { throw row.wrong("inputs", expected: "names of inputs") }
            rule.role = InputRole(rule.kind.rawValue)
            rules.append(rule)
        }
        _ = try row.named("source", in: shapes.sources)
    }
}

extension GenerationSupport {
    /// The models of a row: they differ in nothing but the name.
    fileprivate static func all(
        reading row: inout CatalogueObject, shapes: MediaShapes
    ) throws(InferenceError) -> [GenerationSupport] {
        let ids: [ModelID] = try row.ids("ids")
        var support = GenerationSupport(
            model: "", kind: try row.id("kind"), wire: try row.text("wire"), isTask: try row.flag("isTask"), modes: [])
        for name in try row.texts("modes") {
            guard let mode = shapes.modes[name] else { throw row.wrong("modes", expected: "names of modes") }
            support.modes.append(mode)
        }
        var siblings = try CatalogueObject(try row.value("siblings"))
        for mode in siblings.keys { support.siblings[GenerationMode(mode)] = try siblings.id(mode) }
        support.typicalSeconds = try row.optionalCount("typicalSeconds")
        support.prices = try row.named("prices", in: shapes.prices)
        support.endpoints = try row.ids("endpoints")
        let source = try row.named("source", in: shapes.sources)
        (support.source, support.checked) = (source.text, source.checked)
        return ids.map { id in
            var model = support
            model.model = id
            return model
        }
    }
}
