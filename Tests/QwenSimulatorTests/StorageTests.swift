import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct StorageTests {
    private func certificate(_ harness: ServiceHarness, model: String = "wan2.6-i2v") async -> JSON {
        await harness.reply("/api/v1/uploads?action=getPolicy&model=\(model)", nil).json["data"] ?? nil
    }

    private func form(_ data: JSON, name: String = "a.png", change: (inout [(String, String)]) -> Void = { _ in })
        -> [(String, String)]
    {
        func text(_ key: String) -> String { data[key]?.string ?? "" }
        var fields = [
            ("OSSAccessKeyId", text("oss_access_key_id")), ("Signature", text("signature")),
            ("policy", text("policy")), ("x-oss-object-acl", text("x_oss_object_acl")),
            ("x-oss-forbid-overwrite", text("x_oss_forbid_overwrite")), ("key", text("upload_dir") + "/" + name),
            ("success_action_status", "200"),
        ]
        change(&fields)
        return fields
    }

    private func post(_ harness: ServiceHarness, _ data: JSON, _ fields: [(String, String)], file: [UInt8]? = nil) async
        -> Answered
    {
        let file = file ?? PictureRecipe(size: PixelSize(640, 360), salt: "a").bytes()
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array("--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n".utf8)
        body += file + Array("\r\n--xyz--\r\n".utf8)
        let uri = (data["upload_host"]?.string ?? "").replacing("http://127.0.0.1:1", with: "")
        return await harness.raw(.POST, uri, body, headers: [("content-type", "multipart/form-data; boundary=xyz")])
    }

    private func use(_ harness: ServiceHarness, _ fields: [(String, String)], model: String = "wan2.6-i2v") async
        -> Answered
    {
        let key = fields.first { $0.0 == "key" }?.1 ?? ""
        let body: JSON = ["model": .string(model), "input": ["img_url": .string("oss://\(key)")]]
        return await harness.submit(
            ServiceHarness.video, body, headers: [("x-dashscope-ossresourceresolve", "enable")])
    }

    @Test func takesAFileThatACallMayThenUse() async throws {
        let harness = try ServiceHarness()
        let data = await certificate(harness)
        #expect(data["expire_in_seconds"] == 300 && data["max_file_size_mb"] == 1024)
        let fields = form(data)
        let stored = await post(harness, data, fields)
        #expect(stored.status == 200 && stored.text.isEmpty)
        #expect(await use(harness, fields).status == 200)
        let other = await use(harness, fields, model: "wan2.6-i2v-flash")
        #expect(other.code == "InvalidParameter.DataInspection")
        let key = fields.first { $0.0 == "key" }?.1 ?? ""
        let body: JSON = ["model": "wan2.6-i2v", "input": ["img_url": .string("oss://\(key)")]]
        #expect(await harness.submit(ServiceHarness.video, body).code == "InvalidParameter.DataInspection")
        harness.service.clock.advance(by: 48 * 3600)
        #expect(await use(harness, fields).code == "InvalidParameter.DataInspection")
    }

    @Test func keepsTheRulesOfThePolicy() async throws {
        let harness = try ServiceHarness()
        let data = await certificate(harness)
        func refusal(_ change: (inout [(String, String)]) -> Void) async -> String {
            await post(harness, data, form(data, name: "b.png", change: change)).text
        }
        #expect(await refusal { $0.removeAll { $0.0 == "x-oss-forbid-overwrite" } }.contains("forbid-overwrite"))
        #expect(await refusal { $0[1].1 = "AAAA" }.contains("SignatureDoesNotMatch"))
        #expect(await refusal { $0[5].1 = "elsewhere/b.png" }.contains("starts-with"))
        #expect(await post(harness, data, form(data)).status == 200)
        #expect(await post(harness, data, form(data)).text.contains("FileAlreadyExists"))
        harness.service.clock.advance(by: 301)
        let late = await post(harness, data, form(data, name: "c.png"))
        #expect(late.status == 403 && late.text.contains("Policy expired"))
    }

    @Test func failsLateWhenTheFileIsNoPicture() async throws {
        let harness = try ServiceHarness()
        let data = await certificate(harness)
        let fields = form(data)
        #expect(await post(harness, data, fields, file: Array("hello".utf8)).status == 200)
        let submitted = await use(harness, fields)
        #expect(submitted.status == 200)
        harness.service.clock.advance(by: 100)
        #expect(await harness.task(submitted).json["output"]?["code"] == "InvalidFile.Format")
    }

    @Test func servesRangesToSignedAddressesOnly() async throws {
        let harness = try ServiceHarness()
        let done = await harness.finished(
            ServiceHarness.video, ["model": "wan2.6-t2v", "input": ["prompt": "x"], "parameters": ["size": "1280*720"]])
        let url = done.json["output"]?["video_url"]?.string ?? ""
        let part = await harness.fetch(url, headers: [("range", "bytes=4-7")])
        #expect(part.status == 206 && part.text == "ftyp")
        #expect(await harness.fetch(url, headers: [("range", "bytes=9999999-")]).status == 416)
        #expect(await harness.fetch(url.replacing("Signature=", with: "Signature=x")).status == 403)
        #expect(await harness.fetch(String(url.prefix { $0 != "?" })).status == 403)
        #expect(await harness.fetch(url, headers: [("authorization", "Bearer sk-1")]).status == 400)
        try harness.service.faults.add(Fault("wrong-content-type", times: 1))
        #expect(await harness.fetch(url).headers.first(name: "content-type") == "text/html")
        try harness.service.faults.add(Fault("result-expired", times: 1))
        #expect(await harness.fetch(url).text.contains("Request has expired"))
        #expect(await harness.fetch(url).status == 200)
    }
}
