import Inference
import Testing

@testable import Qwen

@Suite struct QwenUnderstandingModelTests {
    @Test func everyModelThatLooksAtSomethingHasLimitsForIt() throws {
        for provider in try QwenProvider.all() {
            let understanding = try #require(provider.understanding)
            for model in provider.manifest.models where model.isChat {
                let kinds = Set(try understanding.rules(for: model.id).map(\.kind))
                let taken = Set(([.image, .video] as [Modality]).filter(model.takes))
                #expect(kinds == taken, "\(provider.manifest.id)/\(model.id)")
            }
        }
    }

    @Test func theDefaultsOfThePageLookAtBoth() throws {
        let provider = try #require(try QwenProvider.all().first)
        let model = try #require(provider.manifest.defaults.imageUnderstanding)
        #expect(model == provider.manifest.defaults.videoUnderstanding)
        #expect(try provider.understanding?.rules(for: model).map(\.kind) == [.image, .video])
    }

    @Test(arguments: [
        (MediaFacts(mediaType: "image/gif"), "image/png"), (MediaFacts(byteCount: 11 << 20), "at most 10 MB"),
        (MediaFacts(size: PixelSize(width: 10, height: 400)), "sides of"),
        (MediaFacts(size: PixelSize(width: 12, height: 4000)), "ratio"),
    ])
    func aPictureThatIsWrongIsRefusedWithWhatIsTaken(_ facts: MediaFacts, _ words: String) throws {
        let rules = try QwenUnderstandingModel(provider: "qwen").rules(for: "qwen-vl-max-latest")
        let rule = try #require(rules.first { $0.kind == .image })
        let error = #expect(throws: InferenceError.self) { try rule.check(facts, for: "qwen-vl-max-latest") }
        #expect(error?.code == .invalidRequest && error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test func lengthsOfClipsDifferByModel() throws {
        let facts = MediaFacts(mediaType: "video/mp4", byteCount: 1 << 20, seconds: 1800)
        for (model, isTaken) in [("qwen3.5-plus", true), ("qwen3-vl-plus", true), ("qwen-vl-max-latest", false)] {
            let rule = try #require(
                try QwenUnderstandingModel(provider: "qwen").rules(for: ModelID(model)).first { $0.kind == .video })
            #expect(((try? rule.check(facts, for: ModelID(model))) != nil) == isTaken, "\(model)")
        }
    }
}
