import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct VideoTests {
    private static let keyframes = "/api/v1/services/aigc/image2video/video-synthesis"
    private static let picture = "https://example.com/a.png"
    private static let clip = "https://example.com/a.mp4"

    struct Made: Sendable {
        let model: String
        let input: JSON
        let parameters: JSON
        let width: Int
        let height: Int
        let seconds: Double
        let amount: Double
        var path = ServiceHarness.video
        var endpoint = "standard-intl"
    }

    static let made: [Made] = [
        Made(
            model: "wan2.6-t2v", input: ["prompt": "x"], parameters: ["size": "1280*720", "duration": 6], width: 1280,
            height: 720, seconds: 6, amount: 4.4034),
        Made(
            model: "wan2.2-t2v-plus", input: ["prompt": "x"], parameters: ["size": "832*480"], width: 832, height: 480,
            seconds: 5, amount: 0.734),
        Made(
            model: "wan2.6-i2v-flash", input: ["img_url": .string(picture)],
            parameters: ["resolution": "720P", "audio": false], width: 1280, height: 720, seconds: 5, amount: 0.9175),
        Made(
            model: "wan2.6-r2v", input: ["prompt": "x", "reference_urls": [.string(picture), .string(clip)]],
            parameters: ["size": "1280*720", "duration": 5], width: 1280, height: 720, seconds: 5, amount: 7.339),
        Made(
            model: "wan2.2-kf2v-flash", input: ["first_frame_url": .string(picture)],
            parameters: ["resolution": "480P"], width: 832, height: 480, seconds: 5, amount: 0.5, path: keyframes,
            endpoint: "standard-cn"),
        Made(
            model: "wan2.7-t2v", input: ["prompt": "x"],
            parameters: ["resolution": "720P", "ratio": "4:3", "duration": 2], width: 1104, height: 832, seconds: 2,
            amount: 1.4678),
        Made(
            model: "wan2.7-i2v-2026-04-25",
            input: [
                "media": [
                    ["type": "first_frame", "url": .string(picture)], ["type": "last_frame", "url": .string(picture)],
                ]
            ], parameters: [:], width: 1920, height: 1080, seconds: 5, amount: 5.5045),
        Made(
            model: "happyhorse-1.1-r2v",
            input: ["prompt": "x", "media": [["type": "reference_image", "url": .string(picture)]]],
            parameters: ["resolution": "720P", "ratio": "9:21", "duration": 3], width: 624, height: 1472, seconds: 3,
            amount: 3.1476),
        Made(
            model: "wan3.0-video", input: ["prompt": "x"],
            parameters: ["resolution": "480P", "ratio": "1:1", "duration": -1], width: 640, height: 640, seconds: 5,
            amount: 0.9, endpoint: "workspace-jp"),
        Made(
            model: "wan2.2-animate-move", input: ["image_url": .string(picture), "video_url": .string(clip)],
            parameters: ["mode": "wan-std"], width: 1280, height: 720, seconds: 5, amount: 4.4, path: keyframes),
    ]

    @Test(arguments: made)
    func makesTheClipThatWasAskedFor(_ made: Made) async throws {
        let harness = try ServiceHarness()
        let body: JSON = ["model": .string(made.model), "input": made.input, "parameters": made.parameters]
        let done = await harness.finished(made.path, body, endpoint: made.endpoint)
        let output = done.json["output"]
        #expect(output?["task_status"] == "SUCCEEDED", "\(done.text)")
        let url = (output?["video_url"] ?? output?["results"]?["video_url"])?.string
        let file = await harness.fetch(url)
        #expect(file.status == 200 && file.headers.first(name: "content-type") == "video/mp4")
        #expect(file.steps.count == 1)
        let bill = await harness.admin(.GET, "/charges")
        #expect(bill["total"]?.double == made.amount)
        let detail = bill["charges"]?.array?.first?["detail"]?.string ?? ""
        #expect(detail.contains("\(made.width)*\(made.height)"), "\(detail)")
    }

    struct Refused: Sendable {
        let model: String
        let input: JSON
        let parameters: JSON
        let part: String
    }

    static let refused: [Refused] = [
        Refused(model: "wan2.6-t2v", input: [:], parameters: [:], part: "input.prompt"),
        Refused(model: "wan2.6-t2v", input: ["prompt": "x"], parameters: ["size": "720P"], part: "size must be in"),
        Refused(model: "wan2.6-t2v", input: ["prompt": "x"], parameters: ["size": "832*480"], part: "size must be in"),
        Refused(model: "wan2.6-t2v", input: ["prompt": "x"], parameters: ["duration": 1], part: "duration must be in"),
        Refused(
            model: "wan2.5-t2v-preview", input: ["prompt": "x"], parameters: ["duration": 6],
            part: "duration must be in [5,10]"),
        Refused(model: "wan2.6-t2v", input: ["prompt": "x"], parameters: ["seed": -1], part: "seed must be in"),
        Refused(model: "wan2.6-i2v", input: ["prompt": "x"], parameters: [:], part: "input.img_url"),
        Refused(
            model: "wan2.6-i2v", input: ["img_url": "/home/me/a.png"], parameters: [:],
            part: "does not appear to be valid"),
        Refused(
            model: "wan2.6-i2v", input: ["img_url": "oss://dashscope-instant/a/b.png"], parameters: [:],
            part: "does not appear to be valid"),
        Refused(
            model: "wan2.6-r2v", input: ["prompt": "x", "reference_urls": ["data:image/png;base64,iVBORw0K"]],
            parameters: [:], part: "does not appear to be valid"),
        Refused(
            model: "wan2.6-r2v",
            input: [
                "prompt": "x",
                "reference_urls": ["http://a/1.mp4", "http://a/2.mp4", "http://a/3.mp4", "http://a/4.mp4"],
            ], parameters: [:], part: "number of videos"),
        Refused(model: "wan2.7-r2v", input: ["prompt": "x"], parameters: [:], part: "input.media"),
        Refused(
            model: "wan2.7-i2v", input: ["media": [["type": "last_frame", "url": "http://a/1.png"]]], parameters: [:],
            part: "combination"),
        Refused(
            model: "wan2.7-i2v", input: ["media": [["type": "reference_image", "url": "http://a/1.png"]]],
            parameters: [:], part: "is not supported"),
        Refused(
            model: "wan2.7-r2v",
            input: ["prompt": "x", "media": [["type": "reference_video", "url": "http://a/1.mp4"]]],
            parameters: ["duration": 11], part: "[2, 10]"),
        Refused(
            model: "happyhorse-1.0-t2v", input: ["prompt": "x"], parameters: ["duration": 2], part: "[3, 15]"),
        Refused(
            model: "wan2.2-animate-move", input: ["image_url": "http://a/1.png", "video_url": "http://a/1.mp4"],
            parameters: [:], part: "url error"),
    ]

    @Test(arguments: refused)
    func refusesAtOnce(_ refused: Refused) async throws {
        let body: JSON = ["model": .string(refused.model), "input": refused.input, "parameters": refused.parameters]
        let answer = try await ServiceHarness().submit(ServiceHarness.video, body)
        #expect(answer.status == 400 && answer.message.contains(refused.part), "\(answer.text)")
    }

    @Test func failsLateWhenWrittenForTheOtherGeneration() async throws {
        let harness = try ServiceHarness()
        let newer: JSON = ["model": "wan2.7-i2v", "input": ["img_url": "http://a/1.png"]]
        let output = await harness.finished(ServiceHarness.video, newer).json["output"]
        #expect(output?["task_status"] == "FAILED" && output?["message"] == "Field required: input.media")
        let older: JSON = [
            "model": "wan2.6-i2v", "input": ["media": [["type": "first_frame", "url": "http://a/1.png"]]],
        ]
        let other = await harness.finished(ServiceHarness.video, older).json["output"]
        #expect(other?["message"] == "Field required: input.img_url")
        let mixed: JSON = [
            "model": "wan3.0-video",
            "input": [
                "media": [
                    ["type": "first_frame", "url": "http://a/1.png"],
                    ["type": "reference_image", "url": "http://a/2.png"],
                ]
            ],
        ]
        let third = await harness.finished(ServiceHarness.video, mixed).json["output"]
        #expect(third?["message"]?.string?.contains("mutually exclusive") == true)
    }

    @Test func isSoldWhereTheReferenceSaysSo() async throws {
        let harness = try ServiceHarness()
        func status(_ model: String, _ endpoint: String) async -> Int {
            await harness.submit(
                ServiceHarness.video, ["model": .string(model), "input": ["prompt": "x"]], endpoint: endpoint
            ).status
        }
        #expect(await status("wan2.7-t2v", "standard-intl") == 200)
        #expect(await status("wan2.7-t2v", "standard-us") == 400)
        #expect(await status("wan2.6-t2v", "standard-us") == 200)
        #expect(await status("wan2.6-t2v", "token-plan-intl") == 400)
        #expect(await status("happyhorse-1.1-t2v", "token-plan-intl") == 200)
        #expect(await status("wan2.6-t2v", "coding-intl") == 404)
        let key = harness.key("coding-intl")
        let refused = await harness.reply(ServiceHarness.video, ["model": "wan2.6-t2v"], key: key)
        #expect(refused.status == 401)
    }

    @Test func followsTheShapeOfThePicture() async throws {
        let harness = try ServiceHarness()
        let bytes = PictureRecipe(size: PixelSize(600, 900), salt: "a").bytes()
        let body: JSON = [
            "model": "wan2.6-i2v", "parameters": ["resolution": "720P"],
            "input": ["img_url": .string("data:image/png;base64," + Base64.text(bytes))],
        ]
        let done = await harness.finished(ServiceHarness.video, body)
        #expect(done.json["usage"]?["SR"] == 720)
        let detail = await harness.admin(.GET, "/charges")["charges"]?.array?.first?["detail"]?.string
        #expect(detail?.contains("784*1168") == true, "\(detail ?? "")")
        let small = PictureRecipe(size: PixelSize(100, 900), salt: "a").bytes()
        let refused = await harness.submit(
            ServiceHarness.video,
            ["model": "wan2.6-i2v", "input": ["img_url": .string("data:image/png;base64," + Base64.text(small))]])
        #expect(refused.code == "InvalidFile.Resolution")
    }
}
