import Inference
import InferenceTesting
import OpenClawCommands
import Testing

@Suite struct InferModelRunTests {
    static let key = ["ACME_API_KEY": "ak-1234567890abcdef"]
    static let answer = """
        think "hm "
        think "right"
        say "Blue"
        say " light"
        count [12,3]
        end "stop"

        """

    private func run(
        _ arguments: [String], input: String = "", isTyped: Bool = false, home: String = "/nonexistent",
        replies: [ScriptedReply] = [ScriptedReply(answer)], output: RecordingSink = RecordingSink(),
        diagnostics: RecordingSink = RecordingSink()
    ) async -> CommandRun {
        await CommandRun.run(
            ["infer", "model", "run"] + arguments, input: input, isTyped: isTyped, environment: Self.key, home: home,
            replies: replies, output: output, diagnostics: diagnostics)
    }

    @Test func printsOnlyTheAnswerIntoAPipe() async throws {
        let run = await run(["why", "is the sky blue"])
        #expect(run.status == .success)
        #expect(run.output == "Blue light\n")
        #expect(run.diagnostics == "")
        #expect(try run.body()["messages"] == [["role": "user", "content": "why is the sky blue"]])
        #expect(try run.body()["model"]?.string == "acme-small")
    }

    private let served = "by: acme/acme-small on Acme (metered) with env: ACME_API_KEY"

    @Test func dimsReasoningAndShowsUsageOnATerminal() async throws {
        let run = await run(
            ["hi"], output: RecordingSink(isTerminal: true, columns: 80),
            diagnostics: RecordingSink(isTerminal: true, columns: 80))
        #expect(run.output == "Blue light\n")
        #expect(
            run.diagnostics == "\u{1B}[2mhm \u{1B}[0m\u{1B}[2mright\u{1B}[0m\n"
                + "\u{1B}[2musage: 12 in, 3 out cost: 0.000018 EUR \(served)\u{1B}[0m\n")
    }

    @Test func showsReasoningAndUsageInAPipeOnRequest() async throws {
        let run = await run(["hi", "--show-reasoning", "--usage"])
        #expect(run.output == "Blue light\n")
        #expect(run.diagnostics == "hm right\nusage: 12 in, 3 out cost: 0.000018 EUR \(served)\n")
    }

    @Test func takesControlCharactersOutOnATerminalOnly() async throws {
        let reply = ScriptedReply("say \"a\\u001b]0;owned\\u0007b\"\nend \"stop\"\n")
        let shown = await run(["hi"], replies: [reply], output: RecordingSink(isTerminal: true))
        #expect(shown.output == "a]0;ownedb\n")
        let piped = await run(["hi"], replies: [reply])
        #expect(piped.output == "a\u{1B}]0;owned\u{7}b\n")
    }

    @Test(arguments: [
        (["summarise"], "the text\n", "summarise\n\nthe text"), ([], "only stdin\n", "only stdin"),
        (["--prompt", "one", "two"], "", "one\n\ntwo"),
    ])
    func combinesArgumentOptionAndStandardInput(_ arguments: [String], _ input: String, _ prompt: String) async throws {
        let run = await run(arguments, input: input)
        #expect(try run.body()["messages"]?[0]?["content"]?.string == prompt)
    }

    @Test func refusesAnEmptyPrompt() async {
        #expect(await run([], isTyped: true).diagnostics.hasPrefix("error: no prompt; give it"))
        #expect(await run(["--prompt", " "]).diagnostics.hasPrefix("error: --prompt cannot be empty"))
    }

    @Test func putsEverythingIntoOneEnvelope() async throws {
        let run = await run(["hi", "--json", "--max-tokens", "5000"])
        #expect(run.diagnostics == "note: max_tokens clamped to 1024\n")
        let json = try run.json
        #expect(
            json.object?.keys == [
                "ok", "capability", "transport", "provider", "model", "endpoint", "credential", "attempts", "outputs",
                "usage", "cost", "adjustments",
            ])
        #expect(json["ok"]?.bool == true)
        #expect(json["outputs"]?[0] == ["text": "Blue light", "reasoning": "hm right", "finishReason": "stop"])
        #expect(json["cost"] == ["kind": "amount", "amount": "0.000018", "currency": "EUR"])
        #expect(json["usage"]?["total"]?.int == 15)
        #expect(json["adjustments"]?[0]?["rule"]?.string == "max-tokens-clamped")
        #expect(json["credential"]?.string == "env: ACME_API_KEY")
    }

    @Test func sendsTheSettingsThatWereAskedFor() async throws {
        let home = try TemporaryHome()
        try home.write(#"{"type":"object"}"#, to: "my colours.json")
        let run = await run(
            [
                "hi", "--system", "be brief", "--temperature", "0.5", "--top-p", "0.9", "--seed", "3", "--thinking",
                "med",
                "--schema", "my colours.json",
            ], home: home.path)
        let body = try run.body()
        #expect(body["messages"]?[0] == ["role": "system", "content": "be brief"])
        #expect(body["temperature"]?.double == 0.5)
        #expect(body["reasoning_effort"]?.string == "medium")
        #expect(body["response_format"]?["json_schema"]?["name"]?.string == "mycolours")
        #expect(body["response_format"]?["json_schema"]?["schema"] == ["type": "object"])
    }

    @Test(arguments: [
        ["--thinking", "lots"], ["--max-tokens", "0"], ["--temperature", "7"], ["--top-p", "2"],
        ["--thinking", "off", "--thinking-budget", "5"], ["--local", "--gateway"], ["--gateway"],
        ["--timeout-ms", "0"],
        ["--tool", "a=b"], ["--max-tokens", ""],
    ])
    func refusesWrongOptionsBeforeAnythingIsSent(_ arguments: [String]) async {
        let run = await run(["hi"] + arguments)
        #expect(run.status == .usage)
        #expect(run.requests.isEmpty)
    }

    @Test func attachesPicturesByContent() async throws {
        let home = try TemporaryHome()
        try home.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1], to: "photo.jpg")
        let run = await run(["look", "--file", "photo.jpg", "--file", "https://x.example/y.png"], home: home.path)
        let parts = try run.body()["messages"]?[0]?["content"]
        #expect(parts?[0]?["image_url"]?["url"]?.string == "data:image/png;base64,iVBORw0KGgoB")
        #expect(parts?[1]?["image_url"]?["url"]?.string == "https://x.example/y.png")
        #expect(parts?[2]?["text"]?.string == "look")
    }

    @Test func refusesAFileThatIsNoPicture() async throws {
        let home = try TemporaryHome()
        try home.write("text", to: "notes.txt")
        #expect(await run(["look", "--file", "notes.txt"], home: home.path).status == .usage)
        #expect(await run(["look", "--file", "missing.png"], home: home.path).status == .usage)
    }
}
