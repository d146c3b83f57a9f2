#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The protocol of `/realtime`: a session for one model, in which sound is text.
struct RealtimeSession: SocketConversation {
    private enum Job: Sendable {
        case speech(RealtimeSpeech)
        case recognition(RealtimeRecognition)
    }

    private let service: SimulatedService
    private let endpoint: EndpointCard
    private let model: String
    private let id: String
    private var job: Job?
    private var count = 0
    private var cutAfter: Int?

    init(service: SimulatedService, endpoint: EndpointCard, model: String, id: String) {
        self.service = service
        self.endpoint = endpoint
        self.model = model
        self.id = "sess_\(id)"
    }

    mutating func begin() -> [SocketAct] {
        let faults = service.faults.take(path: "/api-ws/v1/realtime", endpoint: endpoint.id, model: model)
        for fault in faults where FaultBehaviour(rawValue: fault.name) == nil {
            let row = service.world.errors[fault.name]
            return failed(row?.nativeCode ?? "InternalError", row?.nativeMessage ?? "")
        }
        if let cut = faults.first(where: { $0.name == FaultBehaviour.cutStream.rawValue }) {
            cutAfter = cut.number("chunks") ?? 1
        }
        guard let card = service.world.media[model], let kind = card.session(on: endpoint) else {
            return failed("ModelNotFound", "Model not exist.")
        }
        job = kind == "tts" ? .speech(RealtimeSpeech(card: card)) : .recognition(RealtimeRecognition(card: card))
        return [event("session.created", ["session": session])]
    }

    mutating func receive(_ text: String) -> [SocketAct] {
        guard let message = try? JSONParser.parse(text), let type = message["type"]?.string else {
            return [complaint("invalid_value", "the message must be a JSON object with a type")]
        }
        switch job {
        case .speech(var speech)?:
            let steps = speech.receive(type, message, voices: service.voices, endpoint: endpoint)
            job = .speech(speech)
            return acts(steps, speech.card, .character, Double(speech.characters))
        case .recognition(var recognition)?:
            let steps = recognition.receive(type, message)
            job = .recognition(recognition)
            return acts(steps, recognition.card, .second, recognition.seconds.rounded(.up))
        case nil: return []
        }
    }

    mutating func receive(samples: Int) -> [SocketAct] {
        [complaint("invalid_value", "binary messages are not expected")]
    }

    func timeout() -> JSON {
        [
            "event_id": "event_timeout", "type": "error",
            "error": ["type": "invalid_request_error", "code": "CLIENT_ERROR", "message": "request timeout."],
        ]
    }

    private mutating func acts(
        _ steps: [RealtimeStep], _ card: MediaCard, _ unit: Charge.Unit, _ quantity: Double
    ) -> [SocketAct] {
        var acts: [SocketAct] = []
        for step in steps {
            switch step {
            case .event("session.updated", _): acts.append(event("session.updated", ["session": session]))
            case .event(let type, let members): acts.append(event(type, members))
            case .sound(let type, let bytes, var members):
                if let left = cutAfter {
                    guard left > 0 else { return acts + [.cut] }
                    cutAfter = left - 1
                }
                members["delta"] = .string(Data(bytes).base64EncodedString())
                acts.append(event(type, members))
            case .complaint(let code, let text): acts.append(complaint(code, text))
            case .over:
                service.charges.add(
                    Charge(
                        endpoint: endpoint.id, requestID: id, model: card.id, unit: unit, quantity: quantity,
                        price: card.price(region: endpoint.region)))
                acts.append(event("session.finished", [:]))
                // Who is spoken to is left alone then; who spoke closes itself.
                if unit == .character { acts.append(.close) }
                job = nil
            }
        }
        return acts
    }

    private var session: JSON {
        ["id": .string(id), "object": "realtime.session", "model": .string(model)]
    }

    private mutating func event(_ type: String, _ members: JSONObject) -> SocketAct {
        count += 1
        var object: JSONObject = ["event_id": .string("event_\(id)_\(count)"), "type": .string(type)]
        for member in members.members { object[member.key] = member.value }
        return .text(.object(object))
    }

    private mutating func complaint(_ code: String, _ text: String) -> SocketAct {
        event(
            "error",
            ["error": ["type": "invalid_request_error", "code": .string(code), "message": .string(text), "param": nil]])
    }

    private mutating func failed(_ code: String, _ text: String) -> [SocketAct] {
        job = nil
        return [complaint(code, text), .close]
    }
}

/// What happens in a session, before it is written as events.
enum RealtimeStep: Sendable {
    case event(String, JSONObject)
    /// A piece of a sound, as an event with what else it holds.
    case sound(String, [UInt8], JSONObject)
    case complaint(String, String)
    case over
}
