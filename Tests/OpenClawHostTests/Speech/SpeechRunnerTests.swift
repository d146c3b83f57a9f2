import Foundation
import HTTPTypes
import Inference
import InferenceTesting
import Testing

@testable import OpenClawHost

@Suite struct SpeechRunnerTests {
    @Test func theSoundComesInOrderAndIsBooked() async throws {
        let scene = try SpeechScene([
            ScriptedReply(
                SpeechScene.sound([1, 2]) + SpeechScene.sound([3, 4]) + SpeechScene.end, chunking: .every(11))
        ])
        let (heard, outcome) = try await scene.speak(SpeechRequest(text: "Good evening."))
        #expect(heard == [1, 2, 3, 4] && outcome.byteCount == 4 && outcome.characters == 10)
        #expect(outcome.cost == CostEstimate(amount: Decimal(string: "0.0007339")!, currency: "CNY"))
        #expect(outcome.requestIDs == ["r"])
        #expect(scene.booked.map(\.cost) == [.amount(Decimal(string: "0.0007339")!, currency: "CNY")])
        #expect(scene.transport.requests.first?.isRepeatable == false)
    }

    @Test func aLongTextIsAskedForInPartsAndHeardAsOne() async throws {
        let sentence = String(repeating: "word ", count: 100) + "end. "
        let replies = (1...3).map { ScriptedReply(SpeechScene.sound([UInt8($0), 0]) + SpeechScene.end) }
        let scene = try SpeechScene(replies)
        let (heard, outcome) = try await scene.speak(
            SpeechRequest(text: String(repeating: sentence, count: 3)))
        #expect(heard == [1, 0, 2, 0, 3, 0] && outcome.characters == 30)
        #expect(scene.booked.map(\.callID) == ["call-1", "call-2", "call-3"])
        try scene.transport.expectFinished()
    }

    @Test func whatPassesIsAskedForAgainOnlyBeforeAnythingWasHeard() async throws {
        let busy = ScriptedReply(#"{"code":"Throttling.RateQuota","message":"slow"}"#, status: 429)
        let scene = try SpeechScene([
            busy, .failing(InferenceError(.connectionFailed, "no")),
            ScriptedReply(SpeechScene.sound([1, 2]) + SpeechScene.end),
        ])
        #expect(try await scene.speak(SpeechRequest(text: "a")).heard == [1, 2])
        #expect(scene.booked.map(\.isAccepted) == [false, false, true])
        let broken = try SpeechScene([
            ScriptedReply(steps: [
                .bytes(Array(SpeechScene.sound([1, 2]).utf8)), .failure(InferenceError(.unavailable, "gone")),
            ])
        ])
        let error = await #expect(throws: InferenceError.self) { try await broken.speak(SpeechRequest(text: "a")) }
        #expect(error?.code == .unavailable)
        #expect(broken.booked.map(\.cost) == [.unknown])
    }

    @Test func aWrongRequestIsNotRepeated() async throws {
        let scene = try SpeechScene([ScriptedReply(#"{"code":"InvalidParameter","message":"no"}"#, status: 400)])
        let error = await #expect(throws: InferenceError.self) { try await scene.speak(SpeechRequest(text: "a")) }
        #expect(error?.code == .invalidRequest && error?.status == 400)
        #expect(scene.booked.map(\.cost) == [.nothing])
    }

    @Test func aFileIsFetchedWhenNoSoundCame() async throws {
        let wave = WaveHeader(sampleRate: 24_000, byteCount: 4).bytes + [5, 6, 7, 8]
        let scene = try SpeechScene([ScriptedReply(SpeechScene.end), ScriptedReply(wave, chunking: .every(9))])
        #expect(try await scene.speak(SpeechRequest(text: "a")).heard == [5, 6, 7, 8])
        let fetch = try #require(scene.transport.requests.last)
        #expect(fetch.head.scheme == "https" && fetch.head.headerFields[.authorization] == nil)
    }

    @Test func aSocketIsTalkedTo() async throws {
        func event(_ name: String, _ payload: String = "{}") -> SocketMessage {
            .text("{\"header\":{\"event\":\"\(name)\"},\"payload\":\(payload)}")
        }
        let scene = try SpeechScene(socket: [
            event("task-started"), event("result-generated"), .binary([9, 9]), .binary([8, 8]),
            event("task-finished", "{\"usage\":{\"characters\":3}}"),
        ])
        let request = SpeechRequest(text: "One. Two.", format: .mp3)
        let (heard, outcome) = try await scene.speak(request)
        #expect(heard == [9, 9, 8, 8] && outcome.characters == 3)
        #expect(scene.sockets.told.count == 3)
        #expect(scene.transport.requests.isEmpty)
    }

    @Test func aSocketThatClosesEarlyIsATruncatedSpeech() async throws {
        let scene = try SpeechScene(socket: [.text("{\"header\":{\"event\":\"task-started\"}}"), .binary([1, 2])])
        let error = await #expect(throws: InferenceError.self) {
            try await scene.speak(SpeechRequest(text: "a", format: .mp3))
        }
        #expect(error?.code == .truncated)
    }

    @Test func aBudgetIsAskedBeforeAnythingIsSent() async throws {
        let scene = try SpeechScene(settings: ["usage": ["budget": ["day": ["CNY": 0.01]]]])
        let text = String(repeating: "a", count: 500)
        let error = await #expect(throws: InferenceError.self) { try await scene.speak(SpeechRequest(text: text)) }
        #expect(error?.code == .budgetExceeded)
        #expect(scene.transport.requests.isEmpty && scene.booked.isEmpty)
    }
}
