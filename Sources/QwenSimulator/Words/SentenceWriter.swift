/// Prose that is the same for the same prompt and seed.
struct SentenceWriter {
    private static let english = [
        "In short, {s} comes down to a few clear points.",
        "The first thing to look at is what is already known and what is still open.",
        "A good next step is to try it on a small example and compare the result with what you expect.",
        "Most of the difficulty lies in the details, so it pays to check them one at a time.",
        "There are trade-offs, and the right choice depends on how much time and money you can spend.",
        "If something looks odd — a wrong name, a missing value — it is usually worth a second look.",
        "Many people start with the simplest version and refine it later; that works well here, too. 🙂",
        "That said, “simple” rarely means “careless”: measure before and after each change.",
    ]
    private static let chinese = [
        "简单来说，{s}可以归纳为几个要点。",
        "首先要弄清楚哪些内容已经确定，哪些还需要进一步确认。",
        "建议先用一个小例子试一试，再把结果和预期进行比较。",
        "真正的难点往往在细节里，所以最好逐项检查。",
        "不同方案各有取舍，需要根据时间和预算来选择。",
        "如果发现异常——比如名称不对或数值缺失——通常值得再看一遍。🙂",
        "很多人先从最简单的版本开始，然后逐步完善，这样效果不错。",
    ]
    private static let japanese = [
        "簡単に言うと、{s}はいくつかの要点にまとめられます。",
        "まず、すでに分かっていることと、まだ確認が必要なことを整理しましょう。",
        "小さな例で試してから、結果を期待と比べるのがおすすめです。",
        "難しさは細部にあることが多いので、一つずつ確認してください。🙂",
        "どの方法にも長所と短所があり、時間と予算によって選び方が変わります。",
    ]

    let prompt: Prompt
    var generator: SeededGenerator

    mutating func answer() -> String {
        if let exact = exactRequest { return exact }
        if let count = wordCount { return words(count) }
        let opening =
            switch prompt.language {
            case .english: "You asked about “\(prompt.subject)”."
            case .chinese: "关于“\(prompt.subject)”，我的看法如下。"
            case .japanese: "「\(prompt.subject)」についてお答えします。"
            }
        return joined([opening] + sentences(Int.random(in: 3...5, using: &generator)))
    }

    mutating func thoughts(budget: Int) -> [String] {
        let opening =
            switch prompt.language {
            case .english: "The user wants to know about “\(prompt.subject)”. Let me think about what matters here."
            case .chinese: "用户在问“\(prompt.subject)”。先想一想重点是什么。"
            case .japanese: "ユーザーは「\(prompt.subject)」について聞いています。要点を考えます。"
            }
        let text = joined([opening] + sentences(Int.random(in: 2...4, using: &generator)))
        return Array(TokenSplitter.pieces(text).prefix(max(1, budget)))
    }

    mutating func report(of results: [String]) -> String {
        let joined = results.joined(separator: prompt.language == .english ? "; " : "；")
        return switch prompt.language {
        case .english: "Here is what I found about “\(prompt.subject)”: \(joined)"
        case .chinese: "关于“\(prompt.subject)”，查询结果如下：\(joined)"
        case .japanese: "「\(prompt.subject)」の結果は次のとおりです：\(joined)"
        }
    }

    private mutating func sentences(_ count: Int) -> [String] {
        let bank =
            switch prompt.language {
            case .english: Self.english
            case .chinese: Self.chinese
            case .japanese: Self.japanese
            }
        var order = bank
        order.shuffle(using: &generator)
        return order.prefix(count).map { sentence in
            let parts = sentence.split(separator: "{s}", omittingEmptySubsequences: false)
            return parts.joined(separator: prompt.subject.isEmpty ? "it" : prompt.subject)
        }
    }

    private func joined(_ sentences: [String]) -> String {
        sentences.joined(separator: prompt.language == .english ? " " : "")
    }

    /// What a prompt asks to be said word for word: `reply with exactly: pong`.
    private var exactRequest: String? {
        for mark in ["exactly: ", "only: ", "exactly \""] {
            let parts = prompt.text.split(separator: mark, maxSplits: 1)
            guard parts.count == 2, parts[1].count <= 200 else { continue }
            let wanted = parts[1].split(whereSeparator: \.isNewline).first ?? parts[1]
            return String((wanted.first == "\"" ? wanted.dropFirst() : wanted).prefix { $0 != "\"" })
        }
        return nil
    }

    /// A length that a prompt asks for: `in 500 words`.
    private var wordCount: Int? {
        for (index, word) in prompt.words.enumerated().dropFirst() where word.lowercased() == "words" {
            if let count = Int(prompt.words[index - 1]), (1...100_000).contains(count) { return count }
        }
        return nil
    }

    private mutating func words(_ count: Int) -> String {
        var words: [Substring] = []
        while words.count < count {
            for sentence in sentences(Self.english.count) { words += sentence.split(separator: " ") }
        }
        return words.prefix(count).joined(separator: " ")
    }
}
