import HTTPTypes
import Inference
import Testing

@testable import Transport

@Suite struct ExchangeStateTests {
    private let start = ContinuousClock.now

    private func state(_ deadlines: Deadlines, unreadLimit: Int = 10) -> ExchangeState {
        ExchangeState(timing: ExchangeTiming(deadlines: deadlines, start: start), unreadLimit: unreadLimit)
    }

    @Test func aHeadEndsTheFirstByteDeadline() throws {
        var state = state(Deadlines(firstByte: .seconds(1), total: .seconds(9)))
        let before = state.nextTimer()
        let first = try #require(before)
        #expect(first < start + .seconds(5))
        _ = state.receive(head: HTTPResponse(status: .ok))
        let after = state.nextTimer()
        #expect(after == start + .seconds(9))
        let expiry1 = state.expire(at: first)
        #expect(message(expiry1) == nil)
        let expiry2 = state.expire(at: start + .seconds(9))
        #expect(message(expiry2) == "not finished within 9 s (timeouts.total)")
    }

    @Test func withoutDeadlinesThereIsNoTimer() {
        var state = state(Deadlines(connect: nil, firstByte: nil, idle: nil))
        let timer = state.nextTimer()
        #expect(timer == nil)
        let expiry3 = state.expire(at: start + .seconds(1_000_000))
        #expect(message(expiry3) == nil)
    }

    @Test func theTotalDeadlineIsNamedWhenBothHavePassed() {
        var state = state(Deadlines(firstByte: .seconds(1), total: .seconds(2)))
        let expiry4 = state.expire(at: start + .seconds(60))
        #expect(message(expiry4) == "not finished within 2 s (timeouts.total)")
    }

    @Test func aFinishedExchangeDoesNotExpire() {
        var state = state(Deadlines(total: .seconds(1)))
        _ = state.receive(head: HTTPResponse(status: .ok))
        _ = state.receiveEnd()
        #expect(state.isFinished)
        let timer = state.nextTimer()
        #expect(timer == nil)
        let expiry5 = state.expire(at: start + .seconds(9))
        #expect(message(expiry5) == nil)
    }

    @Test func pausesAtTheLimitUntilTheReaderTookTheBytes() async {
        var state = state(Deadlines())
        _ = state.receive(head: HTTPResponse(status: .ok))
        _ = state.receive(bytes: [1, 2, 3])
        let below = state.wantsMore()
        _ = state.receive(bytes: [4, 5, 6, 7, 8, 9, 10])
        let atLimit = state.wantsMore()
        let outcome = await read(&state)
        let after = state.wantsMore()
        #expect([below, atLimit, after] == [true, false, true])
        #expect(outcome == Outcome(chunk: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], resumesReading: true))
    }

    @Test(arguments: [false, true])
    func whatCameBeforeAFailureIsDeliveredUnlessTheReaderGaveUp(givesUp: Bool) async {
        var state = state(Deadlines())
        _ = state.receive(head: HTTPResponse(status: .ok))
        _ = state.receive(bytes: [1])
        _ = state.fail(ExchangeFailure(error: .callerCancelled), droppingUnread: givesUp)
        _ = state.receive(bytes: [2])
        if !givesUp {
            let outcome = await read(&state)
            #expect(outcome.chunk == [1])
        }
        let outcome = await read(&state)
        #expect(outcome.error == .callerCancelled)
    }

    private func message(_ expiry: ExchangeState.Expiry?) -> String? {
        guard case .exchange(let error) = expiry else { return nil }
        return error.message
    }

    private struct Outcome: Equatable {
        var chunk: [UInt8]?
        var error: InferenceError?
        var resumesReading = false
    }

    /// Reads what can be read without waiting.
    private func read(_ state: inout ExchangeState) async -> Outcome {
        var outcome = Outcome()
        _ = await withCheckedContinuation { (continuation: CheckedContinuation<ExchangeState.ChunkResult, Never>) in
            switch state.read(before: nil, continuation) {
            case .now(let result, let resumeReading):
                outcome.resumesReading = resumeReading
                switch result {
                case .success(let chunk): outcome.chunk = chunk
                case .failure(let error): outcome.error = error
                }
            case .parked: Issue.record("nothing to read")
            }
            continuation.resume(returning: .success(nil))
        }
        return outcome
    }
}
