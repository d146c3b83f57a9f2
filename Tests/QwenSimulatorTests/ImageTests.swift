import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct ImageTests {
    private static let sync = "/api/v1/services/aigc/multimodal-generation/generation"
    private static let async = "/api/v1/services/aigc/image-generation/generation"
    private static let old = "/api/v1/services/aigc/text2image/image-synthesis"

    private func body(_ model: String, images: Int = 0, _ parameters: JSON = [:]) -> JSON {
        let pictures: [JSON] = (0..<images).map { ["image": .string("https://example.com/\($0).png")] }
        return [
            "model": .string(model), "parameters": parameters,
            "input": ["messages": [["role": "user", "content": .array(pictures + [["text": "A fox"]])]]],
        ]
    }

    @Test func putsAllPicturesOfOneFamilyIntoOneChoice() async throws {
        let harness = try ServiceHarness()
        let qwen = await harness.reply(Self.sync, body("qwen-image-2.0-pro", ["n": 3, "size": "1024*768"]))
        let content = qwen.json["output"]?["choices"]?.array?.first?["message"]?["content"]?.array ?? []
        #expect(content.count == 3 && qwen.json["usage"]?["width"] == 1024)
        let file = await harness.fetch(content[0]["image"]?.string)
        #expect(file.status == 200 && file.headers.first(name: "content-type") == "image/png")
        let wan = await harness.reply(Self.sync, body("wan2.6-t2i"))
        #expect(wan.json["output"]?["choices"]?.array?.count == 4 && wan.json["output"]?["finished"] == true)
        #expect(await harness.admin(.GET, "/charges")["total"] == .number(3 * 0.5504 + 4 * 0.2202))
    }

    @Test func answersOldModelsAsTasks() async throws {
        let harness = try ServiceHarness()
        let asked: JSON = ["model": "wan2.5-t2i-preview", "input": ["prompt": "A fox"], "parameters": ["n": 2]]
        let done = await harness.finished(Self.old, asked).json
        #expect(done["output"]?["results"]?.array?.count == 2)
        #expect(done["output"]?["task_metrics"]?["SUCCEEDED"] == 2 && done["usage"]?["image_count"] == 2)
        let newer = await harness.finished(Self.async, body("wan2.7-image", ["n": 1])).json
        #expect(newer["output"]?["choices"]?.array?.count == 1 && newer["usage"]?["size"] == "2048*2048")
        let sequence = await harness.finished(Self.async, body("wan2.7-image", ["enable_sequential": true])).json
        #expect(sequence["usage"]?["image_count"] == 12)
    }

    static let refused: [(String, Int, JSON, String)] = [
        ("qwen-image-max", 0, ["n": 2], "n must be in [1, 1]"),
        ("qwen-image-max", 0, ["size": "1024*1024"], "size must be in"),
        ("qwen-image-2.0", 4, [:], "number of images"),
        ("qwen-image-edit", 0, [:], "number of images"),
        ("wan2.7-image", 0, ["size": "4K"], "size"),
        ("wan2.7-image-pro", 1, ["size": "4K"], "size"),
        ("qwen-image-2.0", 0, ["size": "1024x1024"], "width*height"),
        ("qwen-image-2.0", 0, ["n": "2"], "n must be in"),
    ]

    @Test(arguments: refused)
    func refuses(_ model: String, _ images: Int, _ parameters: JSON, _ part: String) async throws {
        let answer = try await ServiceHarness().reply(Self.sync, body(model, images: images, parameters))
        #expect(answer.status == 400 && answer.message.contains(part), "\(answer.text)")
    }

    @Test func keepsToItsPaths() async throws {
        let harness = try ServiceHarness()
        let asked: JSON = ["model": "qwen-image-2.0", "input": ["prompt": "A fox"]]
        #expect(await harness.submit(Self.old, asked).message.contains("url error"))
        let plan = "token-plan-intl"
        #expect(await harness.reply(Self.sync, body("wan2.7-image"), endpoint: plan).status == 200)
        let task = await harness.submit(Self.async, body("wan2.7-image"), endpoint: plan)
        #expect(task.status == 403)
        let chat = await harness.reply(Self.sync, ["model": "qwen3-vl-plus", "input": ["messages": user("Hi")]])
        #expect(chat.status == 200)
    }

    @Test func speaksTheCompatibleDialectWithTheNewestModelsOnly() async throws {
        let harness = try ServiceHarness()
        let path = "/compatible-mode/v1/images/generations"
        let answer = await harness.reply(
            path, ["model": "qwen-image-3.0", "prompt": "A fox", "size": "1024x1024", "n": 2])
        #expect(answer.json["data"]?.array?.count == 2)
        let native = await harness.reply(path, ["model": "qwen-image-3.0", "prompt": "A fox", "size": "1024*1024"])
        #expect(native.status == 400)
        #expect(await harness.reply(path, ["model": "qwen-image-2.0", "prompt": "A fox"]).status == 404)
    }
}
