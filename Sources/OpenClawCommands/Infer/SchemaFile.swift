import Inference
import OpenClawHost

/// A file with a JSON Schema, bare or as `{ name, schema, strict }`.
enum SchemaFile {
    static func load(_ path: String, _ context: CommandContext) throws(InferenceError) -> ResponseFormat {
        let value = try context.readJSON(path, expecting: "a JSON Schema")
        guard value.object != nil else {
            throw InferenceError(.invalidConfiguration, "\(path) holds no object; expected a JSON Schema")
        }
        if let schema = value["schema"], schema.object != nil {
            let name = value["name"]?.string ?? Self.name(of: path)
            return .jsonSchema(name: name, schema: schema, strict: value["strict"]?.bool ?? true)
        }
        return .jsonSchema(name: name(of: path), schema: value, strict: true)
    }

    /// Services take letters, digits, `_` and `-` in names.
    private static func name(of path: String) -> String {
        let stem = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
        let name = stem.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
        return name.isEmpty ? "answer" : String(name.prefix(64))
    }
}
