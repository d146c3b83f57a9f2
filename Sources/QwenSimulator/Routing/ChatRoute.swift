import NIOHTTP1

/// Answers a chat request of any dialect: check, count, compose, write.
struct ChatRoute: Sendable {
    enum Form: Sendable {
        case compatible
        case native(isMultimodal: Bool, asText: Bool)
        case anthropic
        case responses(ResponseDocument)
    }

    let service: SimulatedService
    let context: CallContext
    let ask: ChatAsk
    let form: Form

    func reply() async throws(ServiceError) -> Reply {
        for url in ask.messages.flatMap(\.media).flatMap(\.urls) where url.hasPrefix("oss://") {
            _ = try context.upload(url, model: ask.card.id, in: service)
        }
        var usage = try PromptMeter(ask: ask, resolvesUploads: context.resolvesUploads).usage()
        service.cache.account(ask, owner: context.account, now: service.now(), usage: &usage)
        if let backend = service.backend {
            return try await BackendRoute(route: self, backend: backend, usage: usage).reply()
        }
        let answers = (0..<ask.choices).map { choice in
            spoiled(Composer(ask: ask, seed: service.world.seed).answer(choice: choice))
        }
        return finished(answers, usage: usage)
    }

    func finished(_ answers: [Answer], usage: Usage) -> Reply {
        var usage = usage
        usage.reasoning = answers.reduce(0) { $0 + $1.reasoning.count }
        usage.answer = answers.reduce(0) { $0 + $1.content.count + $1.toolTokens }
        bill(usage)
        if case .responses(let document) = form { keep(answers[0], as: document.id) }
        var reply = ask.stream ? .events(.steps(steps(answers, usage: usage))) : whole(answers, usage: usage)
        if context.faults[.partialResponse] != nil {
            reply.headers.add(name: "x-dashscope-partialresponse", value: "true")
        }
        return reply
    }

    func encoder(usage: Usage) -> any StreamEncoder {
        switch form {
        case .compatible:
            CompatibleEncoder(ask: ask, id: "chatcmpl-\(context.requestID)", created: context.created)
        case .native(let isMultimodal, let asText):
            NativeEncoder(
                ask: ask, requestID: context.requestID, isMultimodal: isMultimodal, asText: asText, usage: usage)
        case .anthropic:
            AnthropicEncoder(ask: ask, id: "msg_\(context.requestID)", inputUsage: usage)
        case .responses(let document): ResponsesEncoder(document: document)
        }
    }

    var script: FrameScript {
        let errors = service.errorWriter
        let context = context
        return FrameScript(faults: context.faults, pace: service.configuration.chunkDelay) { name in
            errors.frame(name, values: [:], in: context, number: 99)
        }
    }

    private func keep(_ answer: Answer, as id: String) {
        var own: JSONObject = ["role": "assistant", "content": .string(answer.contentText)]
        if !answer.toolCalls.isEmpty {
            own["tool_calls"] = .array(answer.toolCalls.enumerated().map { CompatibleAnswer.toolCall($1, $0) })
        }
        let messages = ask.document["messages"]?.array ?? []
        service.responses.keep(messages + [.object(own)], as: id, owner: context.endpoint.keyRing)
    }

    private func whole(_ answers: [Answer], usage: Usage) -> Reply {
        switch form {
        case .compatible:
            let writer = CompatibleAnswer(ask: ask, id: "chatcmpl-\(context.requestID)", created: context.created)
            return .json(writer.body(answers, usage: usage))
        case .native(let isMultimodal, let asText):
            let writer = NativeAnswer(
                ask: ask, requestID: context.requestID, isMultimodal: isMultimodal, asText: asText)
            return .json(writer.body(answers, usage: usage))
        case .anthropic:
            return .json(AnthropicAnswer(ask: ask, id: "msg_\(context.requestID)").body(answers[0], usage: usage))
        case .responses(let document):
            let isCut = answers[0].finish == "length"
            return .json(
                document.body(
                    isCut ? "incomplete" : "completed", output: document.items(answers[0]), usage: usage,
                    reason: isCut ? "max_output_tokens" : nil))
        }
    }

    private func steps(_ answers: [Answer], usage: Usage) -> [ReplyStep] {
        var script = script
        var encoder = encoder(usage: usage)
        var generator = SeededGenerator(seed: service.world.seed, salt: "chunks:\(answers[0].contentText)")
        var frames: [Frame] = []
        for (choice, answer) in answers.enumerated() {
            if var chunks = encoder as? CompatibleEncoder {
                chunks.choice = choice
                encoder = chunks
            }
            frames += encoder.start()
            for delta in answer.deltas(wholeArguments: wholeArguments, generator: &generator) {
                frames += encoder.encode(delta)
            }
            frames += encoder.end(finish: answer.finish, usage: usage)
        }
        frames += encoder.close(usage: usage)
        return frames.flatMap { script.steps(for: $0) }
    }

    private var wholeArguments: Bool {
        switch ask.card.toolArguments {
        case .chunked: false
        case .whole: true
        case .tool_stream: !ask.toolStream
        }
    }

    /// Lets the faults that change the words have their way.
    private func spoiled(_ answer: Answer) -> Answer {
        var answer = answer
        if context.faults[.partialResponse] != nil {
            answer.content = Array(answer.content.prefix(max(1, answer.content.count / 2)))
        }
        if context.faults[.thinkTagLeak] != nil {
            let thoughts = answer.reasoning.isEmpty ? ["Let", " me", " think", "."] : answer.reasoning
            answer.content = ["<think>", "\n"] + thoughts + ["\n", "</think>", "\n\n"] + answer.content
            answer.reasoning = []
        }
        return answer
    }
}
