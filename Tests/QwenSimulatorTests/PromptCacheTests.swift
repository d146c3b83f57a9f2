import Foundation
import Testing

@testable import QwenSimulator

/// The rules of the explicit cache, one by one.
@Suite struct PromptCacheTests {
    private let cache = PromptCache()
    private let start = Date(timeIntervalSince1970: 1_795_402_800)
    private static let long = String(repeating: "All work and no play. ", count: 300)

    /// What a request reads from the cache and writes to it.
    private func ask(
        _ messages: [JSON], tools: [JSON] = [], model: String = "qwen3.5-plus", owner: String = "a",
        after seconds: Double = 0
    ) throws -> [Int] {
        let world = try SimulatedWorld(seed: 1)
        let card = try #require(world.models[model])
        let parameters: JSONObject = ["tools": .array(tools)]
        let ask = try ChatReader(card: card, dialect: .compatible, stream: true, parameters: parameters)
            .read(messages: messages, document: parameters)
        var usage = try PromptMeter(ask: ask).usage()
        cache.account(ask, owner: owner, now: start.addingTimeInterval(seconds), usage: &usage)
        #expect(usage.cached + usage.created <= usage.text)
        return [usage.cached, usage.created]
    }

    private func message(_ role: String, _ text: String, isMarked: Bool = false) -> JSON {
        guard isMarked else { return ["role": .string(role), "content": .string(text)] }
        let part: JSON = ["type": "text", "text": .string(text), "cache_control": ["type": "ephemeral"]]
        return ["role": .string(role), "content": [part]]
    }

    private func turns(_ count: Int) -> [JSON] {
        (0..<count).flatMap { [message("assistant", "answer \($0)"), message("user", "question \($0)")] }
    }

    @Test func writesWhatIsNewAndReadsWhatIsKnown() throws {
        let question = message("user", Self.long, isMarked: true)
        let first = try ask([question])
        #expect(first[0] == 0 && first[1] > 1024)
        // The mark has moved on: the text without it is the same beginning.
        let more = [
            message("user", Self.long), message("assistant", "Yes."), message("user", Self.long, isMarked: true),
        ]
        let second = try ask(more)
        #expect(second[0] == first[1] && second[1] > 1024)
        #expect(try ask(more) == [second[0] + second[1], 0])
        #expect(try ask([message("user", "Other words. " + Self.long, isMarked: true)])[0] == 0)
    }

    @Test(arguments: [(9, true), (10, true), (11, false)])
    func looksBackTwentyBlocks(pairs: Int, isFound: Bool) throws {
        let written = try ask([message("user", Self.long, isMarked: true)])[1]
        var messages = [message("user", Self.long)] + turns(pairs)
        messages[messages.count - 1] = message("user", "question", isMarked: true)
        #expect(try ask(messages)[0] == (isFound ? written : 0))
    }

    @Test func forgetsAfterFiveMinutesWithoutAHit() throws {
        let messages = [message("user", Self.long, isMarked: true)]
        let written = try ask(messages)[1]
        #expect(try ask(messages, after: 299) == [written, 0])
        #expect(try ask(messages, after: 598) == [written, 0])
        #expect(try ask(messages, after: 898) == [0, written])
    }

    @Test func keepsNothingBelowItsMinimum() throws {
        let messages = [message("user", String(repeating: "word ", count: 500), isMarked: true)]
        for _ in 0..<2 { #expect(try ask(messages) == [0, 0]) }
    }

    @Test func countsTheLastFourMarks() throws {
        let words = (0..<5).map { "\($0) " + Self.long }
        _ = try ask(words.flatMap { [message("user", $0, isMarked: true), message("assistant", "k")] }.dropLast())
        func start(_ count: Int) throws -> Int {
            let known = words.prefix(count).flatMap { [message("user", $0), message("assistant", "k")] }.dropLast(2)
            return try ask(known + [message("user", words[count - 1], isMarked: true)])[0]
        }
        #expect(try start(1) == 0)
        #expect(try start(2) > 0)
    }

    @Test func toolsAreTheBeginning() throws {
        func tool(_ text: String) -> JSON {
            ["type": "function", "function": ["name": "f", "description": .string(text)], "cache_control": [:]]
        }
        let written = try ask([message("user", "Hi")], tools: [tool(Self.long)])[1]
        #expect(written > 1024)
        #expect(try ask([message("user", "Bye")], tools: [tool(Self.long)]) == [written, 0])
        #expect(try ask([message("user", "Bye")], tools: [tool(Self.long + "!")])[0] == 0)
    }

    @Test func otherAccountsAndModelsKnowNothing() throws {
        let messages = [message("user", Self.long, isMarked: true)]
        let written = try ask(messages)[1]
        #expect(try ask(messages, owner: "b") == [0, written])
        #expect(try ask(messages, model: "qwen-plus") == [0, written])
        #expect(try ask(messages, model: "MiniMax-M2.5") == [0, 0], "its marks are not taken")
        #expect(try ask(messages, model: "MiniMax-M2.5")[0] > 256, "but it finds repetitions by itself")
    }
}
