import Inference

/// A file of a client and what stands in it afterwards.
struct ClientFile {
    enum Format: String {
        /// JSON with comments.
        case json
        case toml
        case yaml
        /// `NAME=value` lines that a shell can read.
        case env
    }

    /// Where it is, with `~`.
    var path: String
    var format: Format
    /// What a new file begins with.
    var seed: String
    /// Values by path (JSON) or key (TOML, YAML), in order.
    var values: [(path: String, value: JSONValue)]
    /// Tables of a TOML file, by name.
    var tables: [(name: String, values: JSONObject)]
    /// Lists of a YAML file and the element that is ours.
    var elements: [(list: String, values: JSONObject)]

    init?(_ value: JSONValue) {
        guard let path = value["path"]?.string, let format = value["format"]?.string.flatMap(Format.init(rawValue:))
        else {
            return nil
        }
        self.path = path
        self.format = format
        seed = value["seed"]?.string ?? ""
        values = value["set"]?.object?.members.map { ($0.key, $0.value) } ?? []
        tables =
            value["tables"]?.object?.members.compactMap { member in member.value.object.map { (member.key, $0) } } ?? []
        elements =
            value["elements"]?.object?.members.compactMap { member in
                member.value.object.map { (member.key, $0) }
            } ?? []
    }

    init(environment path: String, _ variables: [(name: String, value: String)]) {
        self.path = path
        format = .env
        seed = ""
        values = variables.map { ($0.name, .string($0.value)) }
        tables = []
        elements = []
    }
}
