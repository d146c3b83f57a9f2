import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct FaultTests {
    private let chat: JSON = ["model": "qwen-plus", "messages": user("Hi"), "stream": true]

    @Test func readsTheWrittenForm() throws {
        let fault = try Fault(parsing: "mid-stream-error@error=internal_error,chunks=2,times=1,model=qwen-plus")
        #expect(fault.name == "mid-stream-error" && fault.times == 1 && fault.model == "qwen-plus")
        #expect(fault.values == ["error": "internal_error", "chunks": "2"])
        #expect(throws: SimulatorError.self) { try Fault(parsing: "slow@ms=soon") }
        #expect(throws: SimulatorError.self) { try Fault(parsing: "slow@ms") }
    }

    @Test func refusesUnknownNames() throws {
        let harness = try ServiceHarness()
        #expect(throws: SimulatorError.self) { try harness.service.faults.add(Fault("no-such-fault")) }
    }

    @Test func isUsedUpAndKeepsToItsModel() async throws {
        let harness = try ServiceHarness(.init(faults: [Fault("limit_requests", times: 1, model: "qwen-plus")]))
        let other: JSON = ["model": "qwen-max", "messages": user("Hi")]
        #expect(await harness.chat(other).status == 200)
        #expect(await harness.chat(chat).status == 429)
        #expect(await harness.chat(chat).status == 200)
    }

    @Test func arrivesByTheAdminEndpoint() async throws {
        let harness = try ServiceHarness()
        let added = await harness.reply("/../__simulator/faults", nil)
        #expect(added.status == 404)
        let body: JSON = ["error": "limit_requests", "times": 1, "path": "chat/completions"]
        let answer = AdminRoutes(service: harness.service).reply(
            to: HTTPCall(head: .init(version: .http1_1, method: .POST, uri: "/__simulator/faults"), body: body.bytes))
        #expect(answer.status == 200)
        #expect(await harness.chat(chat).status == 429)
    }

    @Test(arguments: ["cut-stream", "rst"])
    func endsStreamsInTheMiddle(_ name: String) async throws {
        let answer = try await ServiceHarness().chat(chat, headers: [("x-simulator-fault", "\(name)@chunks=3")])
        #expect(answer.events.count == 3)
        #expect(answer.steps.last == (name == "rst" ? .reset : .cut))
    }

    @Test func endsWholeAnswersInTheMiddle() async throws {
        let body: JSON = ["model": "qwen-plus", "messages": user("Hi")]
        let answer = try await ServiceHarness().chat(body, headers: [("x-simulator-fault", "cut-stream")])
        #expect(answer.steps.last == .cut)
        #expect(Int(answer.headers.first(name: "content-length") ?? "") ?? 0 > answer.text.utf8.count)
    }

    @Test func changesStreams() async throws {
        let harness = try ServiceHarness()
        func text(_ fault: String) async -> String {
            await harness.chat(chat, headers: [("x-simulator-fault", fault)]).text
        }
        #expect(await text("empty-stream").isEmpty)
        #expect(await !text("no-done").contains("[DONE]"))
        #expect(await !text("no-finish").contains("\"finish_reason\":\"stop\""))
        #expect(await text("bom").hasPrefix("\u{FEFF}data:"))
        #expect(await text("crlf").utf8.filter { $0 == 0x0D }.count == text("crlf").utf8.filter { $0 == 0x0A }.count)
        #expect(await text("keep-alive@count=2").contains(": keep-alive\n\n: keep-alive\n\n"))
        #expect(await text("think-tag-leak").contains("<think>"))
        #expect(await text("mid-stream-error@chunks=2,error=internal_error").hasSuffix("}\n\n"))
        #expect(await text("silence@ms=30,every=10").components(": keep-alive") == 3)
    }

    @Test func framesErrorsInsideOfStreams() async throws {
        let harness = try ServiceHarness()
        let middle = await harness.chat(chat, headers: [("x-simulator-fault", "mid-stream-error@chunks=2")])
        #expect(middle.status == 200 && middle.events.last?["error"]?["code"] == "internal_server_error")
        let framed = await harness.chat(chat, headers: [("x-simulator-fault", "sse-framed-error")])
        #expect(framed.status == 429 && framed.text.hasPrefix("data: {\"error\""))
        let native = await harness.chat(chat, headers: [("x-simulator-fault", "native-error-frame")])
        #expect(native.text.hasPrefix("id:1\nevent:error\n:HTTP_STATUS/429\ndata:{\"code\":\"Throttling.RateQuota\""))
        let lying = await harness.chat(chat, headers: [("x-simulator-fault", "error-200@error=token_plan_exhausted")])
        #expect(lying.status == 200 && lying.json["code"] == "Throttling.AllocationQuota")
        let partial = await harness.chat(chat, headers: [("x-simulator-fault", "partial-response")])
        #expect(partial.headers.first(name: "x-dashscope-partialresponse") == "true")
    }
}

extension String {
    fileprivate func components(_ needle: String) -> Int {
        split(separator: needle, omittingEmptySubsequences: false).count - 1
    }
}
