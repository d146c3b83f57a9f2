import Inference

/// One part of a message in the shape of chat completions.
enum ContentPiece {
    /// A string as it is escaped in the client's document, without its quotes.
    case text([ArraySlice<UInt8>], isMarked: Bool)
    /// The address of a picture, escaped, in pieces.
    case image([ArraySlice<UInt8>], isMarked: Bool)
    /// A whole part that is known to be JSON.
    case raw([UInt8])

    /// A text that is plain enough to be no part but the whole content.
    var plainText: [ArraySlice<UInt8>]? {
        if case .text(let pieces, false) = self { pieces } else { nil }
    }

    /// Text of our own.
    static func plain(_ text: String) -> ContentPiece { .text([Self.escaped(text)], isMarked: false) }

    /// A text as it stands between quotes.
    static func escaped(_ text: String) -> ArraySlice<UInt8> {
        var writer = JSONWriter()
        writer.write(text)
        return writer.bytes.dropFirst().dropLast()
    }
}

extension JSONComposer {
    /// Writes the member `content`: one string when a single text says it all, otherwise parts.
    mutating func content(_ pieces: [ContentPiece]) {
        key("content")
        if pieces.isEmpty { return value("") }
        if pieces.count == 1, let text = pieces[0].plainText { return string(joining: text) }
        beginArray()
        for piece in pieces { part(piece) }
        endArray()
    }

    private mutating func part(_ piece: ContentPiece) {
        switch piece {
        case .raw(let bytes): raw(bytes)
        case .text(let pieces, let isMarked):
            object {
                $0.member("type", "text")
                $0.key("text")
                $0.string(joining: pieces)
                $0.cacheMark(isMarked)
            }
        case .image(let pieces, let isMarked):
            object {
                $0.member("type", "image_url")
                $0.object("image_url") {
                    $0.key("url")
                    $0.string(joining: pieces)
                }
                $0.cacheMark(isMarked)
            }
        }
    }

    /// Marks the end of a prefix that is worth to be cached.
    mutating func cacheMark(_ isMarked: Bool) {
        guard isMarked else { return }
        object("cache_control") { $0.member("type", "ephemeral") }
    }
}
