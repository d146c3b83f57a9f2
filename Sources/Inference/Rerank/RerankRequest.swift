/// Texts, pictures and clips to be put in order of how well they answer a query.
public struct RerankRequest: Hashable, Sendable {
    /// The model.
    public var model: ModelID
    public var query: DocumentInput
    public var documents: [DocumentInput]
    /// How many of the best are wanted; `nil` for all.
    public var top: Int?
    /// Members that are sent as they are.
    public var extra: JSONObject

    public init(
        model: ModelID, query: DocumentInput, documents: [DocumentInput], top: Int? = nil,
        extra: JSONObject = JSONObject()
    ) {
        self.model = model
        self.query = query
        self.documents = documents
        self.top = top
        self.extra = extra
    }
    /// For texts alone.
    public init(
        model: ModelID, query: String, texts: [String], top: Int? = nil, extra: JSONObject = JSONObject()
    ) {
        self.init(
            model: model, query: DocumentInput(.text, query), documents: texts.map { DocumentInput(.text, $0) },
            top: top, extra: extra)
    }
}
