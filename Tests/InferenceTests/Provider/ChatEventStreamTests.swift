import Inference
import InferenceTesting
import Logging
import Testing

struct ChatEventStreamTests {
    static let answer = """
        # hello
        think "hm"
        say "Hel"
        # ping
        say "lo"
        call {"id":"c1","name":"now","arguments":"{}"}
        count [12,3]
        end "tool_calls"

        """

    static func exchange(maxTokens: Int? = nil) throws -> ChatExchange {
        let manifest = ScriptedProvider.manifest
        let context = CallContext(
            credential: Secret("ak-1"), endpoint: manifest.endpoints[0], userAgent: "test/1", callID: "1",
            logger: Logger(label: "test"))
        let request = ChatRequest(
            model: "acme-small", messages: [.user("Hi")], options: ChatOptions(maxTokens: maxTokens))
        return try ScriptedChat().exchange(for: request, model: manifest.models[0], context: context)
    }

    static func stream(_ reply: ScriptedReply, deadlines: Deadlines = Deadlines()) async throws -> (
        ChatEventStream, ScriptedTransport
    ) {
        let transport = ScriptedTransport([reply])
        return (try await transport.stream(try exchange(), deadlines: deadlines), transport)
    }

    @Test(arguments: [Chunking.whole, .every(1), .every(7), .at([3, 40])])
    func deliversEventsAfterAdjustments(chunking: Chunking) async throws {
        let transport = ScriptedTransport([
            ScriptedReply(Self.answer, fields: ["X-Acme-Request": "r-1"], chunking: chunking)
        ])
        let stream = try await transport.stream(try Self.exchange(maxTokens: 5000))
        var events: [ChatEvent] = []
        for try await event in stream { events.append(event) }
        let call = ToolCall(index: 0, id: "c1", name: "now", arguments: "{}")
        #expect(
            events == [
                .adjustment(Adjustment(rule: "max-tokens-clamped", message: "max_tokens clamped to 1024")),
                .started(ChatStart(requestID: "r-1")), .reasoning("hm"), .text("Hel"), .text("lo"),
                .toolCallDelta(ToolCallDelta(index: 0, id: "c1", name: "now", arguments: "{}")), .toolCall(call),
                .usage(Usage(input: 12, output: 3)), .finished(.toolCalls),
            ])
        try transport.expectFinished()
    }

    @Test func aCompleteAnswerLeavesTheConnectionUsable() async throws {
        let (stream, transport) = try await Self.stream(ScriptedReply(Self.answer, chunking: .every(9)))
        for try await _ in stream {}
        #expect(transport.bodies.map(\.isCancelled) == [false])
    }

    @Test func aReaderThatStopsClosesTheConnection() async throws {
        let (stream, transport) = try await Self.stream(ScriptedReply(Self.answer, chunking: .every(9)))
        for try await event in stream where event == .text("Hel") { break }
        #expect(transport.bodies.map(\.isCancelled) == [true])
    }

    @Test func cancellingTheTaskClosesTheConnection() async throws {
        let reply = ScriptedReply(steps: [.bytes(Array("say \"a\"\n".utf8)), .silence])
        let (stream, transport) = try await Self.stream(reply, deadlines: Deadlines(idle: nil))
        let error = await withTaskGroup(of: InferenceError?.self) { group in
            let (started, signal) = AsyncStream.makeStream(of: Void.self)
            group.addTask {
                do throws(InferenceError) {
                    var iterator = stream.makeAsyncIterator()
                    while let event = try await iterator.next(isolation: nil) {
                        if event == .text("a") { signal.finish() }
                    }
                    return nil
                } catch {
                    return error
                }
            }
            for await _ in started {}
            group.cancelAll()
            return await group.next() ?? nil
        }
        #expect(error?.code == .cancelled)
        #expect(transport.bodies.map(\.isCancelled) == [true])
    }

    @Test func idleDeadlineCountsFromTheLastDataAndNotFromComments() async throws {
        let comments = Array(repeating: ScriptedReply.Step.bytes(Array("# ping\n".utf8)), count: 3)
        let steps = [.bytes(Array("say \"a\"\n".utf8))] + comments + [.silence]
        let (stream, transport) = try await Self.stream(
            ScriptedReply(steps: steps), deadlines: Deadlines(idle: .seconds(60)))
        let error = await #expect(throws: InferenceError.self) { for try await _ in stream {} }
        #expect(error?.code == .deadlineExceeded)
        #expect(error?.message.contains("idle") == true)
        let deadlines = try #require(transport.bodies.first?.deadlines)
        #expect(deadlines.count == 5)
        #expect(deadlines[0] != deadlines[1])
        #expect(Set(deadlines[1...]).count == 1)
    }

    @Test func totalDeadlineWinsWhenItIsEarlier() async throws {
        let (stream, _) = try await Self.stream(
            ScriptedReply(steps: [.silence]), deadlines: Deadlines(idle: .seconds(60), total: .seconds(1)))
        let error = await #expect(throws: InferenceError.self) { for try await _ in stream {} }
        #expect(error?.message.contains("total") == true)
    }

    @Test(arguments: ["", "say \"a\"\n", "say \"a", "# only comments\n"])
    func anAnswerThatBreaksOffIsAnError(body: String) async throws {
        let (stream, _) = try await Self.stream(ScriptedReply(body))
        let error = await #expect(throws: InferenceError.self) { for try await _ in stream {} }
        #expect(error?.code == .truncated || error?.code == .malformedResponse)
    }

    @Test func aMarkInTheHeadMakesAnAnswerPartial() async throws {
        let (stream, _) = try await Self.stream(ScriptedReply("say \"a\"\n", fields: ["x-acme-cut": "true"]))
        var text = ""
        let error = await #expect(throws: InferenceError.self) {
            for try await event in stream { if case .text(let piece) = event { text += piece } }
        }
        #expect(error?.code == .truncated)
        #expect(text == "a")
    }

    @Test func anErrorComesOnceAfterTheTextBeforeIt() async throws {
        let (stream, transport) = try await Self.stream(ScriptedReply("say \"a\"\nfail \"overloaded\"\nsay \"b\"\n"))
        var iterator = stream.makeAsyncIterator()
        var events: [ChatEvent] = []
        let error = await #expect(throws: InferenceError.self) {
            while let event = try await iterator.next() { events.append(event) }
        }
        #expect(error == InferenceError(.unavailable, "overloaded"))
        #expect(events.last == .text("a"))
        #expect(try await iterator.next() == nil)
        #expect(transport.bodies.map(\.isCancelled) == [true])
    }

    @Test(arguments: [
        (401, InferenceError.Code.unauthenticated), (429, .rateLimited), (500, .unavailable), (302, .unavailable),
    ])
    func aRefusalIsClassifiedWithItsBody(status: Int, code: InferenceError.Code) async throws {
        var exchange = try Self.exchange()
        exchange.answers = ClassifiedAnswers(exchange.answers) { body in InferenceError(code, "\(body.count) bytes") }
        let reply = ScriptedReply(
            String(repeating: "x", count: 3 << 20), status: status, fields: ["x-acme-request": "r-9"],
            chunking: .every(100_000))
        let transport = ScriptedTransport([reply])
        let refused = exchange
        let error = await #expect(throws: InferenceError.self) { try await transport.stream(refused) }
        #expect(error?.code == code)
        #expect(error?.status == status)
        #expect(error?.requestID == "r-9")
        #expect(error?.message == "\(1 << 20) bytes")
        #expect(transport.bodies.map(\.isCancelled) == [true])
    }

    @Test func aRefusalWithABrokenBodyIsClassifiedWithWhatCame() async throws {
        var exchange = try Self.exchange()
        exchange.answers = ClassifiedAnswers(exchange.answers) { body in
            InferenceError(.rateLimited, String(decoding: body, as: UTF8.self))
        }
        let steps: [ScriptedReply.Step] = [.bytes(Array("slow".utf8)), .failure(InferenceError(.unavailable, "reset"))]
        let transport = ScriptedTransport([ScriptedReply(status: 429, steps: steps)])
        let refused = exchange
        let error = await #expect(throws: InferenceError.self) { try await transport.stream(refused) }
        #expect(error?.message == "slow")
    }

    @Test func foldsIntoAnAnswer() async throws {
        let transport = ScriptedTransport([ScriptedReply(Self.answer, fields: ["x-acme-request": "r-1"])])
        let response = try await transport.respond(to: try Self.exchange(maxTokens: 5000))
        #expect(response.text == "Hello")
        #expect(response.reasoning == "hm")
        #expect(response.toolCalls == [ToolCall(index: 0, id: "c1", name: "now", arguments: "{}")])
        #expect(response.usage == Usage(input: 12, output: 3))
        #expect(response.finishReason == .toolCalls)
        #expect(response.requestID == "r-1")
        #expect(response.adjustments.map(\.rule) == ["max-tokens-clamped"])
        #expect(response.message.value["tool_calls"]?[0]?["id"] == "c1")
    }
}
