import QwenSimulator
import Testing

/// What stands in `Examples/` runs.
@Suite struct ExamplePrograms {
    @Test func streamsAConversationWithTwoTools() async throws {
        try await ServiceRoom.with { simulator, _ in
            let endpoint = try #require(simulator.banner.endpoint("standard-intl"))
            let room = try OpenClaw(environment: [
                "QWEN_API_KEY": endpoint.key, "QWEN_BASE_URL": endpoint.compatibleURL,
            ])
            let run = try await room.run([], executable: OpenClaw.built("StreamTwoTools"))
            #expect(run.status == 0, "\(run.stdout)")
            #expect(run.stdout.contains("[get_weather ") && run.stdout.contains("[get_time "))
            #expect(run.stdout.contains("light snow"))
            #expect(simulator.receivedRequests().count == 2)
        }
    }
}
