/// What a named field of `input` may hold.
struct InputRule: Sendable {
    enum Kind: String, Sendable { case text, image, video, audio, media, file, link }

    let name: String
    /// An older name that is still taken.
    let alias: String?
    let kind: Kind
    let isRequired: Bool
    let isList: Bool
    let most: Int
    let mostVideos: Int
    /// Whether a `data:` address will do.
    let isInline: Bool
    let oneOf: [String]

    init(name: String, _ entry: JSON) {
        self.name = name
        alias = entry["alias"]?.string
        kind = Kind(rawValue: entry["type"]?.string ?? "") ?? .text
        isRequired = entry["required"]?.bool ?? false
        isList = entry["list"]?.bool ?? false
        most = entry["most"]?.int ?? 1
        mostVideos = entry["mostVideos"]?.int ?? most
        isInline = entry["inline"]?.bool ?? (kind == .image)
        oneOf = entry["oneOf"]?.strings ?? []
    }
}
