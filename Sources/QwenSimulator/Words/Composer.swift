/// Writes the answer to a chat request without any model behind it.
struct Composer {
    let ask: ChatAsk
    let seed: UInt64

    func answer(choice: Int = 0) -> Answer {
        let prompt = Prompt(ask.lastUserText)
        let salt = "\(ask.card.id)|\(ask.seed)|\(choice)|\(ask.messages.count)|\(prompt.text)"
        let generator = SeededGenerator(seed: seed, salt: salt)
        var writer = SentenceWriter(prompt: prompt, generator: generator)
        var answer = Answer()
        if let budget = ask.thinkingBudget { answer.reasoning = writer.thoughts(budget: budget) }
        var chooser = ToolChooser(ask: ask, prompt: prompt, generator: generator)
        answer.toolCalls = chooser.calls()
        if answer.toolCalls.isEmpty {
            answer.content = TokenSplitter.pieces(content(prompt, &writer))
        } else {
            answer.finish = "tool_calls"
        }
        return limited(answer)
    }

    private func content(_ prompt: Prompt, _ writer: inout SentenceWriter) -> String {
        if let target = ask.targetLanguage { return "[\(target)] \(prompt.text)" }
        switch ask.format {
        case .jsonSchema(let schema): return SchemaInstance(root: schema, prompt: prompt).make().text
        case .jsonObject: return objectText(prompt)
        case .text: break
        }
        let results = ask.messages.reversed().prefix { $0.role == "tool" }.reversed().map {
            String($0.text.prefix(4000))
        }
        if !results.isEmpty { return writer.report(of: Array(results)) }
        if let partial = ask.messages.last, partial.isPartial { return " " + writer.answer() }
        let media = ask.messages.last { $0.role == "user" }?.media ?? []
        guard let first = media.first else { return writer.answer() }
        let noun = media.count == 1 ? "the \(first.kind.rawValue)" : "the \(media.count) files"
        return "Looking at \(noun): " + writer.answer()
    }

    /// An object with the keys that the prompt names after `keys` or `fields`, else a single answer.
    private func objectText(_ prompt: Prompt) -> String {
        let all = ask.messages.map(\.text).joined(separator: " ")
        let words = Prompt(all).words
        var object = JSONObject()
        if let index = words.firstIndex(where: { ["keys", "fields", "key"].contains($0.lowercased()) }) {
            for word in words[(index + 1)...].prefix(8) where word.count > 1 && !["and", "the"].contains(word) {
                object[word] = .string(prompt.contentWords.first ?? "value")
            }
        }
        if object.members.isEmpty { object["answer"] = .string(prompt.subject) }
        return JSON.object(object).text
    }

    private func limited(_ answer: Answer) -> Answer {
        var answer = answer
        if !ask.stop.isEmpty, answer.toolCalls.isEmpty {
            let text = answer.contentText
            let cuts = ask.stop.compactMap { text.firstRange(of: $0)?.lowerBound }
            if let cut = cuts.min() { answer.content = TokenSplitter.pieces(String(text[..<cut])) }
        }
        if let limit = ask.maxTokens, answer.content.count > limit {
            answer.content = Array(answer.content.prefix(limit))
            answer.finish = "length"
        }
        if let limit = ask.maxCompletionTokens, answer.reasoning.count + answer.content.count > limit {
            answer.reasoning = Array(answer.reasoning.prefix(limit))
            answer.content = Array(answer.content.prefix(max(0, limit - answer.reasoning.count)))
            answer.finish = "length"
        }
        return answer
    }
}
