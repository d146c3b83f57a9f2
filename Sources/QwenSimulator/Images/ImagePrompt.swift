/// What a picture is to be made of.
struct ImagePrompt: Sendable {
    let text: String
    /// How many pictures came with it, and the shape of one whose bytes are known.
    let images: Int
    let last: PixelSize?
}
