/// A kind of content that a model takes or gives. Open: manifests may name more.
public struct Modality: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let text: Modality = "text"
    public static let image: Modality = "image"
    public static let video: Modality = "video"
    public static let audio: Modality = "audio"
    /// A paper, a table or slides.
    public static let document: Modality = "document"
    /// A page of the web, by its address.
    public static let page: Modality = "page"
    /// Vectors of an embedding model.
    public static let embedding: Modality = "embedding"
    /// Relevance scores of a rerank model.
    public static let scores: Modality = "scores"
}
