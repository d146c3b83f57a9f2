/// The task protocol of `/inference`: one task at a time, messages in and acts out.
struct SocketSession: SocketConversation {
    private enum Job: Sendable {
        case speech(SocketSpeech)
        case recognition(SocketRecognition)
    }

    private let service: SimulatedService
    private let endpoint: EndpointCard
    private var id = ""
    private var job: Job?

    init(service: SimulatedService, endpoint: EndpointCard) {
        self.service = service
        self.endpoint = endpoint
    }

    func begin() -> [SocketAct] { [] }

    mutating func receive(_ text: String) -> [SocketAct] {
        guard let message = try? JSONParser.parse(text), let header = message["header"] else {
            return failed("InvalidParameter", "the message must be a JSON object with a header")
        }
        let task = header["task_id"]?.string ?? ""
        switch header["action"]?.string {
        case "run-task"?:
            guard job == nil else { return failed("InvalidParameter", "a task is running already") }
            id = task
            return start(message["payload"] ?? [:])
        case "continue-task"?:
            guard task == id, job != nil else { return failed("InvalidParameter", "the task has not started") }
            return proceed(message["payload"]?["input"] ?? [:])
        case "finish-task"?:
            guard task == id, job != nil else { return failed("InvalidParameter", "the task has not started") }
            return finish(message["payload"]?["input"] ?? [:])
        default: return failed("InvalidParameter", "the action is not supported")
        }
    }

    /// Sound that is to be written down.
    mutating func receive(samples: Int) -> [SocketAct] {
        guard case .recognition(var recognition)? = job else {
            return failed("InvalidParameter", "binary data is not expected")
        }
        let outputs = recognition.receive(samples)
        job = .recognition(recognition)
        return outputs.map { result($0.output, usage: $0.usage) }
    }

    func timeout() -> JSON { failure("CLIENT_ERROR", "request timeout after 23 seconds.") }

    private mutating func start(_ payload: JSON) -> [SocketAct] {
        let name = payload["model"]?.string ?? ""
        let faults = service.faults.take(path: "/api-ws/v1/inference", endpoint: endpoint.id, model: name)
        for fault in faults where FaultBehaviour(rawValue: fault.name) == nil {
            let row = service.world.errors[fault.name]
            return failed(row?.nativeCode ?? "InternalError", row?.nativeMessage ?? "")
        }
        guard let card = service.world.media[name], let kind = card.socket(on: endpoint) else {
            return failed("ModelNotFound", "Model not exist.")
        }
        guard payload["task"]?.string == kind else {
            return failed("InvalidParameter", "task can not be null or wrong")
        }
        let parameters = payload["parameters"] ?? [:]
        var acts = [event("task-started", [:])]
        if kind == "tts" {
            let voice = parameters["voice"]?.string ?? ""
            guard service.voices.has(voice, for: card, on: endpoint) else {
                return failed("InvalidParameter", "[tts:]Engine return error code: 418")
            }
            let chunks = faults.first { $0.name == FaultBehaviour.cutStream.rawValue }?.number("chunks")
            let isCut = faults.contains { $0.name == FaultBehaviour.cutStream.rawValue }
            let cut = isCut ? chunks ?? 1 : nil
            job = .speech(SocketSpeech(card: card, parameters: parameters, cutAfter: cut))
            // The older form sends its text at once and does not finish.
            if let text = payload["input"]?["text"], payload["input"]?["text"]?.string?.isEmpty == false {
                acts += proceed(["text": text]) + finish([:])
            }
        } else {
            job = .recognition(SocketRecognition(card: card, rate: parameters["sample_rate"]?.int ?? 16_000))
        }
        return acts
    }

    private mutating func proceed(_ input: JSON) -> [SocketAct] {
        guard case .speech(var speech)? = job else { return [] }
        do {
            try speech.take(input["text"]?.string ?? "")
        } catch {
            return failed("InvalidParameter", "the text is longer than allowed")
        }
        let acts = spoken(speech.sentences(all: input["flush"] == true), &speech)
        job = .speech(speech)
        return acts
    }

    private mutating func finish(_ input: JSON) -> [SocketAct] {
        switch job {
        case .speech(var speech)?:
            let rest = input["directive"] == "cancel" ? [] : speech.sentences(all: true)
            let acts = spoken(rest, &speech)
            job = nil
            charge(speech.card, .character, Double(speech.characters))
            if acts.contains(.cut) { return acts }
            let payload: JSON = ["output": nil, "usage": ["characters": .integer(speech.characters)]]
            return acts + [event("task-finished", payload)]
        case .recognition(var recognition)?:
            let outputs = recognition.finish()
            job = nil
            charge(recognition.card, .second, recognition.seconds.rounded(.up))
            return outputs.map { result($0.output, usage: $0.usage) } + [event("task-finished", ["output": [:]])]
        case nil: return []
        }
    }

    private mutating func spoken(_ sentences: [String], _ speech: inout SocketSpeech) -> [SocketAct] {
        var acts: [SocketAct] = []
        for sentence in sentences {
            for part in speech.say(sentence) {
                switch part {
                case .event(let output, let usage): acts.append(result(output, usage: usage))
                case .sound(let bytes): acts.append(.binary(bytes))
                case .cut: return acts + [.cut]
                }
            }
        }
        return acts
    }

    private func charge(_ card: MediaCard, _ unit: Charge.Unit, _ quantity: Double) {
        service.charges.add(
            Charge(
                endpoint: endpoint.id, requestID: id, model: card.id, unit: unit, quantity: quantity,
                price: card.price(region: endpoint.region)))
    }

    private func result(_ output: JSON, usage: JSON?) -> SocketAct {
        var payload: JSONObject = ["output": output]
        payload["usage"] = usage
        return event("result-generated", .object(payload))
    }

    private func event(_ name: String, _ payload: JSON) -> SocketAct {
        .text([
            "header": ["task_id": .string(id), "event": .string(name), "attributes": [:]], "payload": payload,
        ])
    }

    private mutating func failed(_ code: String, _ message: String) -> [SocketAct] {
        job = nil
        return [.text(failure(code, message)), .close]
    }

    private func failure(_ code: String, _ message: String) -> JSON {
        [
            "header": [
                "task_id": .string(id), "event": "task-failed", "error_code": .string(code),
                "error_message": .string(message), "attributes": [:],
            ], "payload": [:],
        ]
    }
}
