/// Vectors of texts, pictures and videos, one for each or one for all.
struct MultimodalEmbeddingRoute {
    private static let tokensPerPicture = 258
    private static let kinds = ["text", "image", "video", "multi_images"]

    let ask: MediaAsk

    func reply() throws(ServiceError) -> Reply {
        guard let contents = ask.input["contents"]?.array, !contents.isEmpty else {
            throw ServiceError("embedding_input")
        }
        let most = ask.card.traits["parts"]?.int ?? 20
        guard contents.count <= most else { throw ServiceError("batch_size", ["max": String(most)]) }
        try check(contents)
        let size = try size()
        let seed = ask.service.world.seed
        let isFused = ask.card.traits["shape"] == "fused" || ask.parameters["enable_fusion"] == true
        var embeddings: [JSON] = []
        if isFused {
            let all = contents.map(Self.words).joined(separator: " ")
            embeddings = [["index": 0, "type": "fusion", "embedding": WordVector.json(all, size: size, seed: seed)]]
        } else {
            embeddings = contents.enumerated().map { index, part in
                [
                    "index": .integer(index), "type": .string(type(of: part)),
                    "embedding": WordVector.json(Self.words(part), size: size, seed: seed),
                ]
            }
        }
        return .json([
            "output": ["embeddings": .array(embeddings)], "usage": usage(contents),
            "request_id": .string(ask.context.requestID),
        ])
    }

    private func check(_ contents: [JSON]) throws(ServiceError) {
        var inspection = MediaInspection(ask: ask)
        var (pictures, clips) = (0, 0)
        for part in contents {
            guard let members = part.object?.members, members.contains(where: { Self.kinds.contains($0.key) }) else {
                throw ServiceError("media_parameter", ["value": "contents must hold text, image or video"])
            }
            for member in members where member.key != "text" {
                let urls = member.value.strings ?? member.value.string.map { [$0] } ?? []
                if member.key == "video" { clips += urls.count } else { pictures += urls.count }
                let rule = InputRule(name: member.key, ["type": member.key == "video" ? "video" : "image"])
                for url in urls where Self.kinds.contains(member.key) { try inspection.look(at: url, as: rule) }
            }
        }
        let most = ask.card.traits["mostImages"]?.int ?? 5
        guard pictures <= most else {
            throw ServiceError("media_parameter", ["value": "the number of images must not exceed \(most)"])
        }
        let mostClips = ask.card.traits["mostVideos"]?.int ?? 1
        guard clips <= mostClips else {
            throw ServiceError("media_parameter", ["value": "the number of videos must not exceed \(mostClips)"])
        }
        if let late = inspection.late { throw late }
    }

    private func size() throws(ServiceError) -> Int {
        let standard = ask.card.traits["dimension"]?.int ?? 1024
        guard let wanted = ask.parameters["dimension"] else { return standard }
        let sizes = ask.card.traits["dimensions"]?.array ?? []
        guard let size = wanted.int, sizes.contains(wanted) else {
            throw ServiceError("dimension_invalid", ["value": JSON.array(sizes).text])
        }
        return size
    }

    /// A fused object counts as one thing, single ones as what they are.
    private func type(of part: JSON) -> String {
        if ask.card.traits["shape"] == "vl" { return "vl" }
        let keys = (part.object?.keys ?? []).filter(Self.kinds.contains)
        return keys.count > 1 ? "fused" : keys.first ?? "text"
    }

    /// Words of the text, of addresses, or the start of inline data, whatever tells contents apart.
    private static func words(_ part: JSON) -> String {
        (part.object?.members ?? []).map { member in
            let texts = member.value.strings ?? [member.value.string ?? ""]
            return texts.map { String($0.hasPrefix("data:") ? $0.suffix(64) : $0.prefix(500)) }.joined(separator: " ")
        }.joined(separator: " ")
    }

    private func usage(_ contents: [JSON]) -> JSON {
        let text = contents.reduce(0) { $0 + TokenSplitter.count($1["text"]?.string ?? "") }
        let visual =
            contents.filter { $0["text"] == nil || $0.object?.members.count ?? 0 > 1 }.count * Self.tokensPerPicture
        return [
            "input_tokens": .integer(text + visual), "output_tokens": 1, "total_tokens": .integer(text + visual + 1),
            "input_tokens_details": ["image_tokens": .integer(visual), "text_tokens": .integer(text)],
        ]
    }
}
