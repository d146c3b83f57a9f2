import Inference
import OpenClawCommands
import Testing

@Suite struct CommandSessionTests {
    @Test func printsTheVersionAsData() async {
        let run = await CommandRun.run(["--version"])
        #expect(run.status == .success)
        #expect(run.output == "1.2.3\n")
        #expect(run.diagnostics == "")
    }

    @Test(arguments: [[], ["--help"], ["models", "--help"], ["help", "completion"]])
    func printsHelpAsData(_ arguments: [String]) async {
        let run = await CommandRun.run(arguments)
        #expect(run.status == .success)
        #expect(run.output.contains("USAGE: openclaw"))
        #expect(run.diagnostics == "")
    }

    @Test func reportsAnUnknownFlagAsUsageWithTheUsageLine() async {
        let run = await CommandRun.run(["completion", "--wrong"])
        #expect(run.status == .usage)
        #expect(run.output == "")
        #expect(run.diagnostics.hasPrefix("error: "))
        #expect(run.diagnostics.contains("Usage: openclaw completion"))
    }

    @Test func reportsUsageErrorsAsJSONWhenJSONWasAskedFor() async {
        let run = await CommandRun.run(["completion", "--wrong", "--json"])
        #expect(run.status == .usage)
        #expect(run.output.contains("\"ok\": false"))
        #expect(run.output.contains("\"code\": \"usage\""))
        #expect(run.output.contains("\"exitCode\": 2"))
        #expect(run.diagnostics == "")
    }

    @Test func endsQuietlyWhenTheReaderOfTheOutputIsGone() async {
        let run = await CommandRun.run(["--version"], output: RecordingSink(closesAfter: 0))
        #expect(run.status == .outputClosed)
        #expect(run.diagnostics == "")
    }

    @Test(arguments: ["zsh", "bash", "fish"])
    func printsACompletionScript(_ shell: String) async {
        let run = await CommandRun.run(["completion", shell])
        #expect(run.status == .success)
        #expect(run.output.contains("openclaw"))
        #expect(await CommandRun.run(["--generate-completion-script", shell]).output.contains("openclaw"))
    }
}
