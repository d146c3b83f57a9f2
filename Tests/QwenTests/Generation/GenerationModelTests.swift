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
        #expect(try codec().models().count == 67)
        #expect(try QwenProvider.all().last?.generation?.models().count == 6)
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
}
