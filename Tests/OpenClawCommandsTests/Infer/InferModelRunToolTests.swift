import Foundation
import Inference
import InferenceTesting
import OpenClawCommands
import Testing

@Suite struct InferModelRunToolTests {
    static let tools = #"[{"type":"function","function":{"name":"weather","parameters":{"type":"object"}},"x":1}]"#
    static let call =
        #"call {"id":"c1","name":"weather","arguments":"{\"city\":\"Paris\"}"}"# + "\nend \"tool_calls\"\n"

    private func run(_ arguments: [String], home: TemporaryHome, replies: [ScriptedReply]) async -> CommandRun {
        await CommandRun.run(
            ["infer", "model", "run", "hi", "--tools", "tools.json"] + arguments,
            environment: ["ACME_API_KEY": "ak-1234567890abcdef", "PATH": "/usr/bin:/bin"], home: home.path,
            replies: replies)
    }

    @Test func showsACallThatNothingAnswers() async throws {
        let home = try TemporaryHome()
        try home.write(Self.tools, to: "tools.json")
        let run = await run([], home: home, replies: [ScriptedReply(Self.call)])
        #expect(run.status == .success)
        #expect(run.output == "weather {\"city\":\"Paris\"}\n")
        #expect(try run.body()["tools"]?[0]?["x"]?.int == 1)
    }

    @Test func sendsTheResultBackAndPrintsTheAnswer() async throws {
        let home = try TemporaryHome()
        try home.write(Self.tools, to: "tools.json")
        let run = await run(
            ["--tool-result", "weather=sunny = 20"], home: home,
            replies: [ScriptedReply(Self.call), ScriptedReply(InferModelRunTests.answer)])
        #expect(run.output == "Blue light\n")
        #expect(run.diagnostics == "tool weather {\"city\":\"Paris\"} -> sunny = 20\n")
        let messages = try run.body(1)["messages"]
        #expect(messages?[1]?["tool_calls"]?[0]?["id"]?.string == "c1")
        #expect(messages?[2] == ["role": "tool", "content": "sunny = 20", "tool_call_id": "c1"])
    }

    @Test func runsTheProgramOfATool() async throws {
        let home = try TemporaryHome()
        try home.write(Self.tools, to: "tools.json")
        try home.write("#!/bin/sh\nprintf 'got %s %s' \"$(cat)\" \"$ACME_API_KEY\"\n", to: "weather.sh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home.path + "/weather.sh")
        let run = await run(
            ["--tool", "weather=weather.sh", "--json"], home: home,
            replies: [ScriptedReply(Self.call), ScriptedReply(InferModelRunTests.answer)])
        #expect(try run.json["toolResults"]?[0]?["result"]?.string == "got {\"city\":\"Paris\"} ")
    }

    @Test func endsAConversationThatNeverEnds() async throws {
        let home = try TemporaryHome()
        try home.write(Self.tools, to: "tools.json")
        let run = await run(
            ["--tool-result", "weather=sunny"], home: home,
            replies: Array(repeating: ScriptedReply(Self.call), count: 8))
        #expect(run.status == .model)
        #expect(run.requests.count == 8)
        #expect(run.diagnostics.contains("still calls tools after 8 requests"))
    }

    @Test func refusesToolsThatAreNotDefined() async throws {
        let home = try TemporaryHome()
        try home.write(Self.tools, to: "tools.json")
        #expect(await run(["--tool-result", "other=x"], home: home, replies: []).status == .usage)
    }
}
