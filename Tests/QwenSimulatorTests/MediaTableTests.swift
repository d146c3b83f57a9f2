import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct MediaTableTests {
    @Test func knowsAPathAndAPriceOfEveryModel() throws {
        let table = try SimulatedWorld(seed: 1).media
        #expect(Set(table.cards.map(\.id)).count == table.cards.count)
        for card in table.cards {
            let isOnSockets = card.traits["socket"] != nil || card.traits["session"] != nil
            #expect(!card.sync.isEmpty || !card.async.isEmpty || isOnSockets, "\(card.id)")
            guard card.kind == .video || card.kind == .image, let region = card.regions.first else { continue }
            let price = card.price(region: region, resolution: 720)
            #expect(price > 0 || card.price(region: region, resolution: 480) > 0, "\(card.id)")
        }
    }

    @Test func knowsTheSizesOfEachGeneration() throws {
        let table = try SimulatedWorld(seed: 1).media
        #expect(table.pixels("1080P", ratio: "4:3", table: "2.7") == PixelSize(1648, 1248))
        #expect(table.pixels("1080P", ratio: "4:3", table: "2.6") == PixelSize(1632, 1248))
        #expect(table.pixels("720P", ratio: "9:16", table: "area") == PixelSize(720, 1280))
    }

    /// The least that a model takes, read from its own rules.
    private func least(_ card: MediaCard) -> JSON {
        func url(_ kind: InputRule.Kind) -> JSON {
            switch kind {
            case .video: "https://example.com/a.mp4"
            case .audio: "https://example.com/a.wav"
            default: "https://example.com/a.png"
            }
        }
        var input: JSONObject = [:]
        for rule in card.inputs where rule.isRequired {
            let word = rule.oneOf.first ?? (rule.name == "target_lang" ? "en" : "zh")
            let value: JSON = rule.kind == .text ? .string(word) : url(rule.kind)
            input[rule.name] = rule.isList ? [value] : value
        }
        for name in card.traits["functions"]?[input["function"]?.string ?? ""]?.strings ?? [] {
            guard let rule = card.inputs.first(where: { $0.name == name }) else { continue }
            input[name] = rule.isList ? [url(rule.kind)] : url(rule.kind)
        }
        if let media = card.media {
            let names = media.sets.first ?? (media.needs.isEmpty ? [media.types[0].name] : media.needs)
            let rules = names.compactMap { name in media.types.first { $0.name == name } }
            input["media"] = .array(rules.map { ["type": .string($0.name), "url": url($0.kind)] })
        }
        if card.kind == .image, card.traits["form"] != "prompt" {
            let count = card.traits["images"]?.array?.first?.int ?? 0
            let images = [JSON](repeating: ["image": url(.image)], count: count)
            input["messages"] = [["role": "user", "content": .array(images + [["text": "x"]])]]
        }
        var parameters: JSONObject = [:]
        for rule in card.parameters where rule.isRequired {
            if case .oneOf(let values) = rule.form { parameters[rule.name] = values.first }
        }
        return ["model": .string(card.id), "input": .object(input), "parameters": .object(parameters)]
    }

    @Test func makesSomethingWithEveryModelFromTheLeastThatItTakes() async throws {
        let harness = try ServiceHarness()
        var wanted = 0
        for card in harness.service.world.media.cards where card.kind == .video || card.kind == .image {
            let region = card.regions.contains("intl") ? "intl" : card.regions.contains("cn") ? "cn" : "us"
            let endpoint = "standard-\(region)"
            for path in card.sync + card.async {
                let full = "/api/v1/services/\(path)"
                let isTask = !card.sync.contains(path)
                let answer =
                    isTask
                    ? await harness.submit(full, least(card), endpoint: endpoint)
                    : await harness.reply(full, least(card), endpoint: endpoint)
                #expect(answer.status == 200, "\(card.id) \(path) \(answer.text)")
                wanted += 1
            }
        }
        harness.service.clock.advance(by: 80_000)
        let states = Set(harness.service.tasks.all.map { $0.state(at: harness.service.now()) })
        #expect(states == [.succeeded])
        let charges = await harness.admin(.GET, "/charges")["charges"]?.array ?? []
        #expect(charges.count == wanted && charges.allSatisfy { $0["amount"]?.double ?? 0 > 0 })
    }
}
