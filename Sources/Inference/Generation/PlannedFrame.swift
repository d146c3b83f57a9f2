/// The size of a result as a model is told it.
public enum PlannedFrame: Hashable, Sendable, Codable {
    /// Nothing is said.
    case unsaid
    case size(PixelSize)
    /// A word in place of a size.
    case word(String)
    case resolution(String, AspectRatio?)
}
