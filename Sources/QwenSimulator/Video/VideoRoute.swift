/// Takes a video task: checks what the service checks at once, and lets fail later what it notices later.
struct VideoRoute {
    let ask: MediaAsk

    func reply() throws(ServiceError) -> Reply {
        var inspection = MediaInspection(ask: ask)
        try checkFields(&inspection)
        try checkFunction()
        try checkMedia(&inspection)
        try ask.checkParameters()
        let plan = try VideoPlan(ask: ask, inspection: inspection)
        let submission = TaskSubmission(service: ask.service, context: ask.context, card: ask.card, path: ask.path)
        if let late = inspection.late { return submission.submit(failure(late), charge: nil) }
        let recipe = MovieRecipe(
            size: plan.size, seconds: plan.seconds, rate: ask.card.traits["fps"]?.int ?? 30, hasSound: plan.hasSound,
            salt: submission.id)
        let padding = ask.context.faults[.largeResult]?.number("bytes") ?? 0
        let url = ask.publish("\(submission.id).mp4", type: "video/mp4", padding: padding) { recipe.bytes() }
        let outcome = TaskRecord.Outcome.succeeded(output: output(url, plan), usage: plan.usage)
        return submission.submit(outcome, charge: plan.charge)
    }

    /// Named fields; a missing one is noticed late when the call is written for the other generation.
    private func checkFields(_ inspection: inout MediaInspection) throws(ServiceError) {
        for rule in ask.card.inputs {
            let value = ask.input[rule.name] ?? rule.alias.flatMap { ask.input[$0] }
            let isEmpty = value == nil || value?.string?.isEmpty == true || value?.array?.isEmpty == true
            if isEmpty {
                guard rule.isRequired else { continue }
                let missing = ServiceError("field_required", ["value": "input.\(rule.name)"])
                guard rule.kind != .text, ask.input["media"] != nil else { throw missing }
                inspection.failLate(missing)
                continue
            }
            guard let texts = rule.isList ? value?.strings : value?.string.map({ [$0] }) else {
                throw Self.refusal("input.\(rule.name) must be a \(rule.isList ? "list" : "string")")
            }
            if rule.kind == .text {
                guard rule.oneOf.isEmpty || rule.oneOf.contains(texts[0]) else {
                    throw Self.refusal("input.\(rule.name) must be in \(rule.oneOf)")
                }
                continue
            }
            guard texts.count <= rule.most else {
                throw Self.refusal("the number of input.\(rule.name) must not exceed \(rule.most)")
            }
            let before = inspection.videos
            for text in texts { try inspection.look(at: text, as: rule) }
            guard inspection.videos - before <= rule.mostVideos else {
                throw Self.refusal("the number of videos in input.\(rule.name) must not exceed \(rule.mostVideos)")
            }
        }
    }

    private func checkMedia(_ inspection: inout MediaInspection) throws(ServiceError) {
        guard let rule = ask.card.media else { return }
        let items = ask.input["media"]?.array ?? []
        guard !items.isEmpty else {
            let missing = ServiceError("field_required", ["value": "input.media"])
            if isWrittenForOthers {
                inspection.failLate(missing)
            } else if !rule.isOptional || ask.input["prompt"] == nil {
                throw missing
            }
            return
        }
        try rule.check(items)
        if let text = rule.lateFailure(items) { inspection.failLate(ServiceError("media_parameter", ["value": text])) }
        for item in items {
            guard let kind = rule.types.first(where: { $0.name == item["type"]?.string }) else { continue }
            try inspection.look(at: item["url"]?.string ?? "", as: kind)
            if rule.hasVoices, let voice = item["reference_voice"]?.string {
                try inspection.look(at: voice, as: InputRule(name: "reference_voice", ["type": "audio"]))
            }
        }
    }

    /// What models need that do several things by name.
    private func checkFunction() throws(ServiceError) {
        let function = ask.input["function"]?.string ?? ""
        for name in ask.card.traits["functions"]?[function]?.strings ?? [] where ask.input[name] == nil {
            throw ServiceError("field_required", ["value": "input.\(name)"])
        }
        for pair in ask.card.traits["eachOf"]?.object?.members ?? [] {
            guard let list = ask.parameters[pair.key]?.array, let field = pair.value.string,
                list.count != ask.input[field]?.array?.count
            else { continue }
            throw Self.refusal("parameters.\(pair.key) must be as long as input.\(field)")
        }
    }

    /// Whether the call names files as the older generation does.
    private var isWrittenForOthers: Bool {
        let known = Set(ask.card.inputs.map(\.name))
        return (ask.input.object?.keys ?? []).contains {
            ($0.hasSuffix("_url") || $0.hasSuffix("_urls")) && !known.contains($0)
        }
    }

    private func failure(_ error: ServiceError) -> TaskRecord.Outcome {
        let row = ask.service.world.errors[error.row]
        let message = (row?.nativeMessage ?? "").replacing("{value}", with: error.values["value"] ?? "")
        return .failed(code: row?.nativeCode ?? "InvalidParameter", message: message)
    }

    private func output(_ url: String, _ plan: VideoPlan) -> JSONObject {
        var output: JSONObject = [:]
        if let prompt = ask.input["prompt"] { output["orig_prompt"] = prompt }
        if plan.rewritesPrompt, let prompt = ask.input["prompt"]?.string {
            output["actual_prompt"] = .string("\(prompt), in warm light, the camera moves slowly")
        }
        if ask.card.traits["result"] == "results.video_url" {
            output["results"] = ["video_url": .string(url)]
        } else {
            output["video_url"] = .string(url)
        }
        return output
    }

    private static func refusal(_ text: String) -> ServiceError { ServiceError("media_parameter", ["value": text]) }
}
