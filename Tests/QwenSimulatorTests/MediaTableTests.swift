import Testing

@testable import QwenSimulator

@Suite struct MediaTableTests {
    @Test func knowsAPathAndAPriceOfEveryModel() throws {
        let table = try SimulatedWorld(seed: 1).media
        #expect(Set(table.cards.map(\.id)).count == table.cards.count)
        for card in table.cards {
            #expect(!card.sync.isEmpty || !card.async.isEmpty || card.traits["socket"] != nil, "\(card.id)")
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
}
