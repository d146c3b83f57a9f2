import Inference

/// Reads content blocks as parts of a chat message.
struct AnthropicContent {
    /// Where the blocks stand in the client's document, for errors.
    let place: String
    /// Whether the end is to be marked for caching, whatever the last block says.
    var marksEnd = false

    mutating func pieces(of blocks: [JSONNode], to draft: inout ChatDraft) throws(InferenceError) -> [ContentPiece] {
        var pieces: [ContentPiece] = []
        for (index, block) in blocks.enumerated() {
            let mark = Self.mark(of: block, to: &draft) || (marksEnd && index == blocks.count - 1)
            try read(block, isMarked: mark, at: "\(place).\(index)", into: &pieces, &draft)
        }
        return pieces
    }

    /// The service keeps one duration.
    static func mark(of block: JSONNode, to draft: inout ChatDraft) -> Bool {
        guard block.kind == .object, let mark = block.present("cache_control") else { return false }
        if let duration = mark["ttl"]?.string, duration != "5m" {
            draft.note("cache-duration", "cache_control.ttl \(HeaderText.shortened(duration)) not sent")
        }
        return true
    }

    private func read(
        _ block: JSONNode, isMarked: Bool, at place: String, into pieces: inout [ContentPiece], _ draft: inout ChatDraft
    ) throws(InferenceError) {
        if let text = block.innerBytes {
            if !text.isEmpty { pieces.append(.text([text], isMarked: isMarked)) }
            return
        }
        switch block["type"]?.string {
        case "text"?:
            guard let text = block["text"]?.innerBytes else {
                throw InferenceError(.invalidRequest, "\(place).text: expected a string")
            }
            if !text.isEmpty { pieces.append(.text([text], isMarked: isMarked)) }
        case "image"?: pieces.append(try image(block, isMarked: isMarked, at: place))
        case "document"?: try readDocument(block, isMarked: isMarked, at: place, into: &pieces, &draft)
        case "search_result"?: try readSearchResult(block, isMarked: isMarked, at: place, into: &pieces, &draft)
        case let type?:
            draft.note("blocks-dropped", "content blocks of type \(HeaderText.shortened(type)) not sent")
        case nil: throw InferenceError(.invalidRequest, "\(place).type: expected the type of a content block")
        }
    }

    private func image(_ block: JSONNode, isMarked: Bool, at place: String) throws(InferenceError) -> ContentPiece {
        let source = block["source"]
        if source?.type(is: "base64") == true, let type = source?["media_type"]?.innerBytes,
            let data = source?["data"]?.innerBytes
        {
            let pieces = [Self.bytes("data:"), type, Self.bytes(";base64,"), data]
            return .image(pieces, isMarked: isMarked)
        }
        if source?.type(is: "url") == true, let url = source?["url"]?.innerBytes {
            return .image([url], isMarked: isMarked)
        }
        throw InferenceError(
            .unsupported, "\(place).source: expected a picture as base64 or url; uploaded files are not known here")
    }

    private func readDocument(
        _ block: JSONNode, isMarked: Bool, at place: String, into pieces: inout [ContentPiece],
        _ draft: inout ChatDraft
    ) throws(InferenceError) {
        let source = block["source"]
        if source?.type(is: "text") == true, let data = source?["data"]?.innerBytes {
            pieces.append(.text(Self.heading(block["title"]) + [data], isMarked: isMarked))
        } else if source?.type(is: "content") == true, let content = source?["content"] {
            try readNested(content, under: block["title"], isMarked: isMarked, into: &pieces, &draft)
        } else {
            throw InferenceError(
                .unsupported,
                "\(place).source: expected a document as text; PDF files have to be turned into text first")
        }
    }

    private func readSearchResult(
        _ block: JSONNode, isMarked: Bool, at place: String, into pieces: inout [ContentPiece],
        _ draft: inout ChatDraft
    ) throws(InferenceError) {
        guard let content = block["content"] else { return }
        try readNested(
            content, under: block["title"] ?? block["source"], isMarked: isMarked, into: &pieces, &draft)
    }

    private func readNested(
        _ content: JSONNode, under title: JSONNode?, isMarked: Bool, into pieces: inout [ContentPiece],
        _ draft: inout ChatDraft
    ) throws(InferenceError) {
        let heading = Self.heading(title)
        if !heading.isEmpty { pieces.append(.text(heading, isMarked: false)) }
        var reader = AnthropicContent(place: place, marksEnd: isMarked)
        pieces += try reader.pieces(of: content.kind == .array ? content.elements : [content], to: &draft)
    }

    private static func heading(_ title: JSONNode?) -> [ArraySlice<UInt8>] {
        guard let title = title?.innerBytes, !title.isEmpty else { return [] }
        return [title, bytes(#"\n\n"#)]
    }

    static func bytes(_ text: StaticString) -> ArraySlice<UInt8> { text.withUTF8Buffer { Array($0)[...] } }
}
