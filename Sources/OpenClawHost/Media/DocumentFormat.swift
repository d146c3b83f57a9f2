import Inference

/// Formats of papers, tables and slides, known by the endings of their names: many share their first bytes.
enum DocumentFormat {
    /// What a document says of itself; `nil` when its name or its first bytes are those of none.
    static func facts(of path: String) throws(FileError) -> MediaFacts? {
        let reader = try MediaReader(path)
        let name = FilePathText.name(of: path).lowercased()
        guard let mark = name.lastIndex(of: "."),
            let row = rows.first(where: { $0.ending == name[mark...].dropFirst() }),
            reader.bytes(at: 0, count: row.beginning.count) == row.beginning, reader.byteCount > 0
        else { return nil }
        return MediaFacts(mediaType: row.mediaType, byteCount: reader.byteCount)
    }

    /// What names of documents of a media type end with, without the dot.
    static func ending(of mediaType: String) -> String? { rows.first { $0.mediaType == mediaType }?.ending }

    static var endings: [String] { rows.map(\.ending) }

    private struct Row {
        var ending: String
        var mediaType: String
        var beginning: [UInt8]
    }

    private static let zip: [UInt8] = [0x50, 0x4B]
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
    private static let office = "application/vnd.openxmlformats-officedocument."

    private static let rows = [
        Row(ending: "pdf", mediaType: "application/pdf", beginning: Array("%PDF".utf8)),
        Row(ending: "docx", mediaType: office + "wordprocessingml.document", beginning: zip),
        Row(ending: "doc", mediaType: "application/msword", beginning: compound),
        Row(ending: "xlsx", mediaType: office + "spreadsheetml.sheet", beginning: zip),
        Row(ending: "xls", mediaType: "application/vnd.ms-excel", beginning: compound),
        Row(ending: "pptx", mediaType: office + "presentationml.presentation", beginning: zip),
        Row(ending: "ppt", mediaType: "application/vnd.ms-powerpoint", beginning: compound),
        Row(ending: "key", mediaType: "application/vnd.apple.keynote", beginning: zip),
        Row(ending: "pages", mediaType: "application/vnd.apple.pages", beginning: zip),
        Row(ending: "numbers", mediaType: "application/vnd.apple.numbers", beginning: zip),
        Row(ending: "md", mediaType: "text/markdown", beginning: []),
        Row(ending: "txt", mediaType: "text/plain", beginning: []),
    ]
}
