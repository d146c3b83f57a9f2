import Inference

/// Reads the parts of an item as parts of a chat message.
struct ResponsesContent {
    /// Where the parts stand in the client's document, for errors.
    let place: String

    func pieces(of content: JSONNode, to draft: inout ChatDraft) throws(InferenceError) -> [ContentPiece] {
        if let text = content.innerBytes { return text.isEmpty ? [] : [.text([text], isMarked: false)] }
        guard content.kind == .array else {
            throw InferenceError(.invalidRequest, "\(place): expected a string or an array of parts")
        }
        var pieces: [ContentPiece] = []
        for part in content.elements { try read(part, into: &pieces, &draft) }
        return pieces
    }

    private func read(
        _ part: JSONNode, into pieces: inout [ContentPiece], _ draft: inout ChatDraft
    ) throws(InferenceError) {
        switch part["type"]?.string {
        case "input_text"?, "output_text"?, "text"?, "refusal"?:
            guard let text = (part["text"] ?? part["refusal"])?.innerBytes else {
                throw InferenceError(.invalidRequest, "\(place): expected 'text' in a part of text")
            }
            if !text.isEmpty { pieces.append(.text([text], isMarked: false)) }
        case "input_image"?:
            guard let url = part.present("image_url")?.innerBytes else {
                throw InferenceError(
                    .unsupported, "\(place): expected 'image_url' in a picture; uploaded files are not known here")
            }
            pieces.append(.image([url], isMarked: false))
        case "input_audio"?: pieces.append(.raw(Array(part.rawBytes)))
        case "input_file"?:
            throw InferenceError(.unsupported, "\(place): files are not read here; send their text")
        case let type:
            let name = type.map(HeaderText.shortened) ?? "without type"
            draft.note("parts-dropped", "parts of type \(name) not sent")
        }
    }
}
