/// Makes and edits pictures, at once or as a task.
struct ImageRoute {
    let ask: MediaAsk

    func reply(asTask: Bool) throws(ServiceError) -> Reply {
        let isPrompt = ask.card.traits["form"] == "prompt"
        let prompt = isPrompt ? try promptForm() : try messagesForm()
        try ask.checkParameters(hasImages: prompt.images > 0)
        try checkLanguages()
        let plan = try ImagePlan(ask: ask, prompt: prompt)
        // Words and pictures in turn come as a stream or as a task.
        guard asTask || !plan.isInterleaved else { throw ServiceError("sync_denied") }
        if !asTask {
            ask.service.charges.add(plan.charge)
            let urls = publish(plan, salt: ask.context.requestID)
            return .json([
                "request_id": .string(ask.context.requestID), "output": .object(plan.output(urls, isTask: false)),
                "usage": plan.usage,
            ])
        }
        let submission = TaskSubmission(service: ask.service, context: ask.context, card: ask.card, path: ask.path)
        let urls = publish(plan, salt: submission.id)
        return submission.submit(
            .succeeded(output: plan.output(urls, isTask: true), usage: plan.usage), charge: plan.charge)
    }

    private func publish(_ plan: ImagePlan, salt: String) -> [String] {
        (0..<plan.count).map { number in
            let recipe = PictureRecipe(size: plan.size, salt: "\(salt):\(number)")
            let isSecure = ask.card.traits["result"] != "image_url"
            return ask.publish("\(salt)-\(number).png", type: "image/png", isSecure: isSecure) { recipe.bytes() }
        }
    }

    /// A translation is from or into Chinese or English.
    private func checkLanguages() throws(ServiceError) {
        guard ask.card.traits["translates"] == true else { return }
        let common = ["zh", "en", "chinese", "english", "auto"]
        let languages = ["source_lang", "target_lang"].map { ask.input[$0]?.string?.lowercased() ?? "" }
        guard languages[0] != languages[1], languages[1] != "auto", languages.contains(where: common.contains) else {
            throw Self.refusal("source_lang and target_lang must differ, and one must be Chinese or English")
        }
    }

    private func promptForm() throws(ServiceError) -> ImagePrompt {
        var inspection = MediaInspection(ask: ask)
        var images = 0
        for rule in ask.card.inputs {
            guard let value = ask.input[rule.name] else {
                if rule.isRequired { throw ServiceError("field_required", ["value": "input.\(rule.name)"]) }
                continue
            }
            let texts = value.strings ?? [value.string ?? ""]
            guard texts.count <= rule.most, !rule.isRequired || texts.contains(where: { !$0.isEmpty }) else {
                throw Self.refusal("the number of input.\(rule.name) must be in [1, \(rule.most)]")
            }
            if rule.kind == .text {
                guard rule.oneOf.isEmpty || rule.oneOf.contains(texts[0]) else {
                    throw Self.refusal("input.\(rule.name) must be in \(rule.oneOf)")
                }
                continue
            }
            for text in texts { try inspection.look(at: text, as: rule) }
            images += texts.count
        }
        if let late = inspection.late { throw late }
        return ImagePrompt(text: ask.input["prompt"]?.string ?? "", images: images, last: inspection.picture)
    }

    /// Exactly one message of the user with exactly one text.
    private func messagesForm() throws(ServiceError) -> ImagePrompt {
        guard let messages = ask.input["messages"]?.array else { throw ServiceError("messages_missing") }
        guard messages.count == 1, messages[0]["role"] == "user", let parts = messages[0]["content"]?.array else {
            throw Self.refusal("messages must hold exactly one message of the user with a list of contents")
        }
        let texts = parts.compactMap { $0["text"]?.string }
        guard texts.count == 1 else { throw Self.refusal("content must hold exactly one text") }
        let images = parts.compactMap { $0["image"]?.string }
        let bounds = ImagePlan.rules(ask)["images"]?.array?.compactMap(\.int) ?? [0, 0]
        guard images.count >= bounds[0], images.count <= bounds[1] else {
            throw Self.refusal("the number of images must be in [\(bounds[0]), \(bounds[1])]")
        }
        var inspection = MediaInspection(ask: ask)
        let rule = InputRule(name: "image", ["type": "image"])
        for image in images { try inspection.look(at: image, as: rule) }
        if let late = inspection.late { throw late }
        return ImagePrompt(text: texts[0], images: images.count, last: inspection.picture)
    }

    static func refusal(_ text: String) -> ServiceError { ServiceError("media_parameter", ["value": text]) }
}
