import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct TaskTests {
    private let body: JSON = ["model": "wan2.6-t2v", "input": ["prompt": "Rain"]]

    @Test func passesThroughItsStatesWithTime() async throws {
        let harness = try ServiceHarness()
        let submitted = await harness.submit(ServiceHarness.video, body)
        #expect(submitted.json["output"]?["task_status"] == "PENDING")
        func state() async -> JSON? { await harness.task(submitted).json["output"]?["task_status"] }
        #expect(await state() == "PENDING")
        harness.service.clock.advance(by: 3)
        #expect(await state() == "RUNNING")
        harness.service.clock.advance(by: 60)
        let done = await harness.task(submitted).json
        #expect(done["output"]?["task_status"] == "SUCCEEDED" && done["usage"]?["SR"] == 1080)
        #expect(done["output"]?["submit_time"]?.string?.count == 23)
        harness.service.clock.advance(by: 86_400)
        #expect(await state() == "UNKNOWN")
    }

    @Test func passesFasterWhenToldSo() async throws {
        let harness = try ServiceHarness(.init(taskSpeed: 10))
        let submitted = await harness.submit(ServiceHarness.video, body)
        harness.service.clock.advance(by: 7)
        #expect(await harness.task(submitted).json["output"]?["task_status"] == "SUCCEEDED")
    }

    @Test func waitsWhileAsManyRunAsMay() async throws {
        let harness = try ServiceHarness()
        var tasks: [Answered] = []
        for _ in 0..<6 { tasks.append(await harness.submit(ServiceHarness.video, body)) }
        harness.service.clock.advance(by: 3)
        #expect(await harness.task(tasks[4]).json["output"]?["task_status"] == "RUNNING")
        #expect(await harness.task(tasks[5]).json["output"]?["task_status"] == "PENDING")
    }

    @Test func isSeenByItsAccountOnly() async throws {
        let harness = try ServiceHarness()
        let submitted = await harness.submit(ServiceHarness.video, body)
        #expect(await harness.task(submitted, endpoint: "workspace-intl").json["output"]?["task_status"] == "PENDING")
        let stranger = await harness.task(submitted, endpoint: "standard-cn")
        #expect(stranger.status == 200 && stranger.json["output"]?["task_status"] == "UNKNOWN")
    }

    @Test func isCanceledOnlyWhileItWaits() async throws {
        let harness = try ServiceHarness()
        let submitted = await harness.submit(ServiceHarness.video, body)
        let path = "/api/v1/tasks/\(submitted.json["output"]?["task_id"]?.string ?? "")/cancel"
        #expect(await harness.reply(path, [:]).status == 200)
        #expect(await harness.task(submitted).json["output"]?["task_status"] == "CANCELED")
        let again = await harness.reply(path, [:])
        #expect(again.status == 400 && again.code == "UnsupportedOperation")
    }

    @Test func isListedNewestFirstWithFilters() async throws {
        let harness = try ServiceHarness()
        for _ in 0..<3 { _ = await harness.submit(ServiceHarness.video, body) }
        _ = await harness.submit(ServiceHarness.video, ["model": "wan2.5-t2v-preview", "input": ["prompt": "x"]])
        let page = await harness.reply("/api/v1/tasks?page_no=1&page_size=2", nil).json
        #expect(page["total"] == 4 && page["total_page"] == 2 && page["data"]?.array?.count == 2)
        let first = page["data"]?.array?.first
        #expect(first?["model_name"] == "wan2.5-t2v-preview" && first?["status"] == "PENDING")
        #expect(first?["gmt_create"]?.int ?? 0 > 1_700_000_000_000)
        let filtered = await harness.reply("/api/v1/tasks/?model_name=wan2.6-t2v&status=PENDING", nil).json
        #expect(filtered["total"] == 3)
        let old = await harness.reply("/api/v1/tasks?start_time=20200101000000&end_time=20200101120000", nil).json
        #expect(old["total"] == 0)
        #expect(await harness.reply("/api/v1/tasks?start_time=yesterday", nil).code == "InvalidParameter")
    }

    @Test func limitsHowOftenAnAccountAsks() async throws {
        let harness = try ServiceHarness()
        let submitted = await harness.submit(ServiceHarness.video, body)
        var statuses: [Int] = []
        for _ in 0..<(TaskBook.perSecond + 1) { statuses.append(await harness.task(submitted).status) }
        #expect(statuses.last == 429 && statuses.filter { $0 == 200 }.count == TaskBook.perSecond)
    }

    @Test func isBilledOnceItHasSucceeded() async throws {
        let harness = try ServiceHarness()
        _ = await harness.submit(ServiceHarness.video, body)
        _ = await harness.submit(ServiceHarness.video, body, headers: [("x-simulator-fault", "task-failed")])
        #expect(await harness.admin(.GET, "/charges")["charges"]?.array?.isEmpty == true)
        harness.service.clock.advance(by: 90_000)
        let bill = await harness.admin(.GET, "/charges")
        #expect(bill["charges"]?.array?.count == 1 && bill["total"] == 5.5045)
    }

    @Test func endsAsFaultsSay() async throws {
        let harness = try ServiceHarness()
        func end(_ fault: String) async -> JSON? {
            await harness.finished(ServiceHarness.video, body, headers: [("x-simulator-fault", fault)]).json["output"]
        }
        let failed = await end("task-failed@error=DataInspectionFailed")
        #expect(failed?["task_status"] == "FAILED" && failed?["code"] == "DataInspectionFailed")
        #expect(await end("task-stuck")?["task_status"] == "RUNNING")
        let lost = await harness.reply(
            ServiceHarness.video, body,
            headers: [("x-dashscope-async", "enable"), ("x-simulator-fault", "lost-answer")])
        #expect(lost.text.isEmpty)
        #expect(await harness.admin(.GET, "/tasks").array?.count == 3)
    }

    @Test func needsOrForbidsTheHeaderOfTasks() async throws {
        let harness = try ServiceHarness()
        let missing = await harness.reply(ServiceHarness.video, body)
        #expect(missing.status == 403 && missing.message.contains("does not support synchronous calls"))
        let image: JSON = [
            "model": "qwen-image-2.0", "input": ["messages": [["role": "user", "content": [["text": "x"]]]]],
        ]
        let surplus = await harness.submit("/api/v1/services/aigc/multimodal-generation/generation", image)
        #expect(surplus.status == 403 && surplus.message.contains("does not support asynchronous calls"))
    }
}
