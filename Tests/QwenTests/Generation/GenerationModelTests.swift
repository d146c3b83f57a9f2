import Foundation
import HTTPTypes
import Inference
import Logging
import Testing

@testable import Qwen

@Suite struct GenerationModelTests {
    private func context(_ endpoint: EndpointID = "standard-intl") throws -> CallContext {
        let manifest = try #require(try QwenCatalogue.manifests().first)
        return CallContext(
            credential: Secret("sk-test"), endpoint: try #require(manifest.endpoint(endpoint)),
            userAgent: "openclaw/test",
            callID: "call", logger: Logger(label: "test"))
    }

    private func model(_ id: ModelID) throws -> GenerationSupport {
        try #require(try codec().models().first { $0.model == id })
    }

    private func codec() throws -> any GenerationModel {
        try #require(try QwenProvider.all().first?.generation)
    }

    @Test func everyModelOfTheReferenceIsThere() throws {
        #expect(try codec().models().count == 73)
        #expect(try QwenProvider.all().last?.generation?.models().count == 7)
    }

    @Test func theDefaultModelIsAskedInItsOwnWords() throws {
        var request = GenerationRequest(kind: .video, prompt: "a paper crane")
        (request.aspectRatio, request.resolution, request.seconds, request.seed) = ("9:16", "720p", 30, 7)
        request.audio = true
        let plan = try GenerationPlanner(support: try model("wan2.6-t2v"), endpoint: "standard-intl").plan(request)
        let exchange = try codec().exchange(for: plan, sources: [], context: try context())
        #expect(exchange.head.path == "/api/v1/services/aigc/video-generation/video-synthesis")
        let body = try JSONValue(parsing: Array(exchange.body.joined()))
        #expect(
            body == [
                "model": "wan2.6-t2v", "input": ["prompt": "a paper crane"],
                "parameters": ["size": "720*1280", "duration": 15, "seed": 7],
            ])
        #expect(plan.ignored == [IgnoredOverride(name: "audio", value: "true")])
        #expect(plan.normalizations.map(\.name).sorted() == ["durationSeconds", "size"])
        #expect(plan.cost == CostEstimate(amount: 1.5, currency: "USD"))
    }

    @Test func aPictureGoesWhereTheGenerationOfTheProtocolWantsIt() throws {
        let picture = GenerationInput(kind: .image, source: .address("https://host/a.png"))
        for (id, place) in [("wan2.6-i2v", "img_url"), ("wan2.7-i2v", "media")] {
            let request = GenerationRequest(kind: .video, inputs: [picture])
            let plan = try GenerationPlanner(support: try model(ModelID(id)), endpoint: "standard-intl").plan(request)
            let exchange = try codec().exchange(for: plan, sources: ["oss://dir/a.png"], context: try context())
            let body = try JSONValue(parsing: Array(exchange.body.joined()))
            #expect(body["input"]?[place] != nil)
            #expect(exchange.head.headerFields[.init("x-dashscope-ossresourceresolve")!] == "enable")
        }
    }

    @Test func aPlanWithoutMediaIsRefusedBeforeAnythingIsSent() throws {
        let plan = try GenerationPlanner(support: try model("wan2.6-t2v"), endpoint: "coding-intl")
            .plan(GenerationRequest(kind: .video, prompt: "x"))
        let error = #expect(throws: InferenceError.self) {
            try codec().exchange(for: plan, sources: [], context: try context("coding-intl"))
        }
        #expect(error?.code == .unsupported)
    }

    @Test func numberOfPicturesIsAlwaysSaid() throws {
        let plan = try GenerationPlanner(support: try model("wan2.6-t2i"), endpoint: "standard-intl")
            .plan(GenerationRequest(kind: .image, prompt: "x"))
        let exchange = try codec().exchange(for: plan, sources: [], context: try context())
        #expect(try JSONValue(parsing: Array(exchange.body.joined()))["parameters"]?["n"] == 1)
    }

    /// By seconds that the service counted: lengths are not known before where the input decides them.
    @Test(arguments: [
        ("wan2.6-i2v-flash", "standard-intl", 5.0, 0.0, "0.375"), ("wan2.6-r2v-flash", "standard-intl", 5, 9, "0.75"),
        ("wan2.6-t2v", "standard-us", 5, 0, "5"), ("wan2.6-t2v-us", "standard-us", 5, 0, "0.75"),
        ("happyhorse-1.0-video-edit", "standard-intl", 10, 60, "6"), ("happyhorse-1.0-t2v", "standard-eu", 5, 0, "8"),
        ("wan2.2-animate-move", "standard-intl", 10, 0, "1.2"), ("wan2.2-animate-mix", "standard-cn", 10, 0, "6"),
        ("wan2.2-s2v", "standard-cn", 10, 0, "9"), ("wan2.7-t2v", "standard-intl", 5, 0, "0.75"),
    ])
    func clipsCostWhatThePriceListSays(
        _ id: String, _ endpoint: String, _ output: Double, _ input: Double, _ amount: String
    ) throws {
        let support = try model(ModelID(id))
        let mode = try #require(support.modes.first)
        let inputs = mode.inputs.filter { $0.count.lowerBound > 0 }.map {
            GenerationInput(kind: $0.kind, role: $0.role, source: .address("https://host/a"))
        }
        let extra =
            inputs.isEmpty && mode.inputCount != nil
            ? mode.inputs.prefix(1).map {
                GenerationInput(kind: $0.kind, role: $0.role, source: .address("https://host/a"))
            } : []
        let wish = GenerationRequest(kind: .video, prompt: "x", inputs: inputs + extra)
        let plan = try GenerationPlanner(support: support, endpoint: EndpointID(endpoint)).plan(wish)
        let usage = GenerationUsage(videos: 1, outputSeconds: output, inputSeconds: input)
        let cost = support.cost(of: usage, as: plan, on: EndpointID(endpoint))
        #expect(cost?.amount == Decimal(string: amount), "\(cost.map { "\($0.amount)" } ?? "none")")
    }

    @Test func aQualityThatIsChosenHasItsPrice() throws {
        let support = try model("wan2.2-animate-mix")
        var wish = GenerationRequest(kind: .video)
        wish.inputs = [
            GenerationInput(kind: .image, role: "source", source: .address("https://host/a.png")),
            GenerationInput(kind: .video, role: "reference_video", source: .address("https://host/a.mp4")),
        ]
        wish.options["mode"] = "wan-pro"
        let plan = try GenerationPlanner(support: support, endpoint: "standard-intl").plan(wish)
        let cost = support.cost(of: GenerationUsage(outputSeconds: 10), as: plan, on: "standard-intl")
        #expect(cost == CostEstimate(amount: Decimal(string: "2.6") ?? 0, currency: "USD"))
    }

    @Test func olderPictureModelsReadLongerPromptsThanTheirSuccessor() throws {
        let prompt = String(repeating: "a", count: 700)
        for (id, isCut) in [("wan2.2-t2i-plus", true), ("wanx2.1-t2i-plus", false), ("wan2.1-t2i-turbo", false)] {
            let plan = try GenerationPlanner(support: try model(ModelID(id)), endpoint: "standard-cn")
                .plan(GenerationRequest(kind: .image, prompt: prompt))
            #expect(plan.warnings.isEmpty == !isCut, "\(id)")
        }
    }

    @Test func clipsOfAReferenceAreCountedTogether() throws {
        func clip(_ seconds: Double) -> GenerationInput {
            GenerationInput(
                kind: .video, role: "reference_video", source: .file("/a.mp4"),
                facts: MediaFacts(mediaType: "video/mp4", seconds: seconds))
        }
        let planner = GenerationPlanner(support: try model("wan3.0-video"), endpoint: "standard-intl")
        _ = try planner.plan(GenerationRequest(kind: .video, prompt: "x", inputs: [clip(8), clip(7)]))
        let error = #expect(throws: InferenceError.self) {
            try planner.plan(GenerationRequest(kind: .video, prompt: "x", inputs: [clip(8), clip(8)]))
        }
        #expect(error?.message.contains("at most 15 s together") == true, "\(error?.message ?? "")")
    }

    @Test func wordsThatHaveNoPlaceAreLeftOutAndSaid() throws {
        var wish = GenerationRequest(kind: .video, prompt: "she waves")
        wish.inputs = [
            GenerationInput(kind: .image, role: "source", source: .address("https://host/a.png")),
            GenerationInput(kind: .video, role: "reference_video", source: .address("https://host/a.mp4")),
        ]
        let plan = try GenerationPlanner(support: try model("wan2.2-animate-move"), endpoint: "standard-intl")
            .plan(wish)
        #expect(plan.prompt == nil && plan.ignored == [IgnoredOverride(name: "prompt", value: "she waves")])
    }

    @Test func aSequenceMayBeLongerThanSinglePictures() throws {
        var wish = GenerationRequest(kind: .image, prompt: "a day in a harbour")
        wish.count = 8
        let planner = GenerationPlanner(support: try model("wan2.7-image"), endpoint: "standard-intl")
        #expect(try planner.plan(wish).count == 4)
        wish.options["enable_sequential"] = true
        #expect(try planner.plan(wish).count == 8)
        wish.count = 20
        #expect(try planner.plan(wish).count == 12)
    }

    @Test func whatGoesInShortensWhatMayComeOut() throws {
        var wish = GenerationRequest(kind: .video, prompt: "x")
        wish.seconds = 28
        let planner = GenerationPlanner(support: try model("wan3.0-video"), endpoint: "standard-intl")
        #expect(try planner.plan(wish).seconds == 28)
        wish.inputs = [
            GenerationInput(
                kind: .video, role: "reference_video", source: .file("/a.mp4"),
                facts: MediaFacts(mediaType: "video/mp4", seconds: 9.5))
        ]
        #expect(try planner.plan(wish).seconds == 20)
    }

    @Test func oldEditsSayWhatTheyDo() throws {
        var wish = GenerationRequest(kind: .image, prompt: "make it winter")
        wish.inputs = [GenerationInput(kind: .image, source: .address("https://host/a.png"))]
        let planner = GenerationPlanner(support: try model("wanx2.1-imageedit"), endpoint: "standard-cn")
        let exchange = try codec().exchange(
            for: try planner.plan(wish), sources: ["https://host/a.png"], context: try context("standard-cn"))
        let body = try JSONValue(parsing: Array(exchange.body.joined()))
        #expect(body["input"]?["function"] == "description_edit" && body["parameters"]?["function"] == nil)
        #expect(body["input"]?["base_image_url"] == "https://host/a.png")
        wish.options["function"] = "colourise"
        let error = #expect(throws: InferenceError.self) { try planner.plan(wish) }
        #expect(error?.message.contains("colorization") == true)
    }
}
