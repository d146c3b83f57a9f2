import Testing

@testable import QwenSimulator

@Suite struct SocketSessionTests {
    private func session(_ endpoint: String = "standard-intl") throws -> (SocketSession, SimulatedService) {
        let service = try ServiceHarness().service
        let card = try #require(service.world.endpoints.cards.first { $0.id == endpoint })
        return (SocketSession(service: service, endpoint: card), service)
    }

    private func message(_ action: String, _ payload: JSON = ["input": [:]], id: String = "t1") -> String {
        JSON.object(["header": ["action": .string(action), "task_id": .string(id)], "payload": payload]).text
    }

    private func run(model: String = "cosyvoice-v3-flash", voice: String = "longanyang", task: String = "tts") -> String
    {
        message(
            "run-task",
            [
                "task_group": "audio", "task": .string(task), "model": .string(model), "input": [:],
                "parameters": ["voice": .string(voice), "format": "pcm", "sample_rate": 24_000],
            ])
    }

    private func events(_ acts: [SocketAct]) -> [String] {
        acts.map { act in
            switch act {
            case .text(let json):
                (json["payload"]?["output"]?["type"] ?? json["header"]?["event"])?.string ?? ""
            case .binary: "sound"
            case .close: "close"
            case .cut: "cut"
            }
        }
    }

    @Test func speaksWholeSentencesAndKeepsTheRestForTheEnd() throws {
        var (session, service) = try session()
        #expect(events(session.receive(run())) == ["task-started"])
        let first = session.receive(message("continue-task", ["input": ["text": "Hi. And th"]]))
        #expect(events(first) == ["sentence-begin", "sentence-synthesis", "sound", "sentence-end"])
        let last = session.receive(message("finish-task"))
        #expect(events(last).first == "sentence-begin" && events(last).last == "task-finished")
        guard case .text(let finished)? = last.last else { return }
        #expect(finished["payload"]?["usage"]?["characters"] == 10)
        #expect(service.charges.all.first?.charge.quantity == 10)
        #expect(events(session.receive(run())) == ["task-started"])
    }

    @Test func failsAndCloses() throws {
        for text in [run(model: "cosyvoice-v9"), run(voice: ""), run(task: "asr"), message("continue-task"), "{"] {
            var (session, _) = try session()
            #expect(events(session.receive(text)) == ["task-failed", "close"])
        }
        var (china, _) = try session("standard-us")
        #expect(events(china.receive(run())) == ["task-failed", "close"])
    }

    @Test func letsFaultsActWhenATaskStarts() throws {
        var (session, service) = try session()
        try service.faults.add(Fault("cut-stream", times: 1, path: "api-ws", values: ["chunks": "1"]))
        _ = session.receive(run())
        let long = String(repeating: "word ", count: 30) + "."
        #expect(events(session.receive(message("continue-task", ["input": ["text": .string(long)]]))).last == "cut")
        var (other, second) = try self.session()
        try second.faults.add(Fault("Throttling.RateQuota", times: 1, path: "api-ws"))
        guard case .text(let failed)? = other.receive(run()).first else { return }
        #expect(failed["header"]?["error_code"] == "Throttling.RateQuota")
    }

    @Test func writesDownWhatArrives() throws {
        var (session, _) = try session()
        _ = session.receive(run(model: "fun-asr-realtime", task: "asr"))
        let open = session.receive(samples: 48_000)
        #expect(events(open) == ["result-generated"])
        _ = session.receive(samples: 192_000)
        let rest = session.receive(message("finish-task"))
        #expect(events(rest).last == "task-finished")
        guard case .text(let sentence)? = rest.first else { return }
        #expect(sentence["payload"]?["output"]?["sentence"]?["sentence_end"] == true)
        #expect(sentence["payload"]?["usage"]?["duration"]?.int ?? 0 > 0)
    }
}
