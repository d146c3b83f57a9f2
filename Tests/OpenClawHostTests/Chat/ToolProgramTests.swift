import Inference
import OpenClawHost
import Testing

@Suite struct ToolProgramTests {
    @Test func passesMoreThanAPipeHoldsThroughAProgram() async throws {
        let text = String(repeating: "0123456789", count: 40_000)
        let outcome = try await ToolProgram(path: "/bin/cat", environment: [:]).run(arguments: text)
        #expect(outcome.output == text)
        #expect(outcome.exitCode == 0)
    }

    @Test func tellsTheExitCodeOfAProgramThatFails() async throws {
        let outcome = try await ToolProgram(path: "/bin/false", environment: [:]).run(arguments: "{}")
        #expect(outcome.exitCode == 1)
    }

    @Test func endsAProgramThatNeverEnds() async throws {
        let program = ToolProgram(path: "/bin/cat", environment: [:], timeLimit: .zero)
        let outcome = try await program.run(arguments: "x")
        #expect(outcome.timedOut)
        #expect(outcome.exitCode == nil)
    }

    @Test func cutsAnAnswerThatIsTooLong() async throws {
        let program = ToolProgram(path: "/bin/cat", environment: [:], outputLimit: 10)
        #expect(try await program.run(arguments: String(repeating: "x", count: 100)).output.count == 10)
    }

    @Test func refusesWhatIsNoProgram() async {
        await #expect(throws: InferenceError.self) {
            try await ToolProgram(path: "/nonexistent/tool", environment: [:]).run(arguments: "{}")
        }
    }
}
