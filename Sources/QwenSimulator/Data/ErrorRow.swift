/// One error of the service, as its catalogue and field reports give it.
struct ErrorRow: Sendable {
    /// How the body is written; `nil` follows the dialect of the path that was called.
    enum Shape: String, Sendable { case native, string, empty, html }

    let id: String
    let aliases: [String]
    let status: Int
    let code: String?
    let type: String?
    let message: String
    let nativeCode: String
    let nativeMessage: String
    let shape: Shape?
    let source: String

    init?(_ entry: JSON) {
        guard let id = entry["id"]?.string, let status = entry["status"]?.int, let message = entry["message"]?.string,
            let source = entry["source"]?.string
        else { return nil }
        self.id = id
        self.status = status
        self.message = message
        self.source = source
        aliases = entry["aliases"]?.strings ?? []
        code = entry["code"]?.string
        type = entry["type"]?.string
        nativeCode = entry["nativeCode"]?.string ?? code ?? ""
        nativeMessage = entry["nativeMessage"]?.string ?? message
        shape = entry["shape"]?.string.flatMap(Shape.init(rawValue:))
    }
}
