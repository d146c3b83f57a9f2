import Inference

/// A profile that was stored.
struct StoredProfileView: Renderable {
    var id: String
    var endpoint: String
    var path: String

    var json: JSONValue { ["ok": true, "profile": .string(id), "endpoint": .string(endpoint), "path": .string(path)] }
    var text: [String] { ["Stored \(id) for \(endpoint)."] }
}
