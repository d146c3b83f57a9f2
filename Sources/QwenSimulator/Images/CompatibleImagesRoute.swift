/// `POST images/generations` of the compatible dialect, which only the newest models have.
struct CompatibleImagesRoute {
    let service: SimulatedService
    let context: CallContext
    let body: JSON

    func reply() throws(ServiceError) -> Reply {
        guard let name = body["model"]?.string, let card = service.world.media[name],
            card.isSold(on: context.endpoint), card.traits["compatibleImages"] == true
        else { throw ServiceError("empty_404") }
        guard let prompt = body["prompt"] else { throw ServiceError("field_required", ["value": "prompt"]) }
        var content: [JSON] = []
        if body.object?["image"] != nil {
            let images = body["image"]?.strings ?? body["image"]?.string.map { [$0] } ?? []
            guard (1...3).contains(images.count) else { throw ImageRoute.refusal("image must hold 1 to 3 pictures") }
            content = images.map { ["image": .string($0)] }
        }
        var parameters = body.object ?? [:]
        if let size = body["size"]?.string {
            guard size == "auto" || PixelSize(size, mark: "x") != nil else {
                throw ImageRoute.refusal("size must be auto or written widthxheight")
            }
            parameters["size"] = size == "auto" ? .none : .string(size.replacing("x", with: "*"))
        }
        let message: JSON = ["role": "user", "content": .array(content + [["text": prompt]])]
        let ask = MediaAsk(
            service: service, context: context, card: card, path: card.sync.first ?? "",
            input: ["messages": [message]], parameters: .object(parameters))
        let native = try ImageRoute(ask: ask).reply(asTask: false)
        guard case .whole(let bytes) = native.body, let answer = try? JSONParser.parse(bytes) else { return native }
        let urls = (answer["output"]?["choices"]?.array ?? []).flatMap { choice in
            (choice["message"]?["content"]?.array ?? []).compactMap { $0["image"] }
        }
        return .json([
            "created": .integer(context.created), "data": .array(urls.map { ["url": $0] }),
            "usage": answer["usage"] ?? nil,
        ])
    }
}
