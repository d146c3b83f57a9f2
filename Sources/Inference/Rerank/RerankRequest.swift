/// Texts to be put in order of how well they answer a query.
public struct RerankRequest: Hashable, Sendable {
    /// The model.
    public var model: ModelID
    public var query: String
    public var documents: [String]
    /// How many of the best are wanted; `nil` for all.
    public var top: Int?
    /// Members that are sent as they are.
    public var extra: JSONObject

    public init(
        model: ModelID, query: String, documents: [String], top: Int? = nil, extra: JSONObject = JSONObject()
    ) {
        self.model = model
        self.query = query
        self.documents = documents
        self.top = top
        self.extra = extra
    }
}
