import Inference
import NIOCore
import OpenClawHost

// The answer: read by its reader, written as it comes or held until it is whole, and accepted when there is something to see.
extension ChatRelay {
    func consume() {
        guard case .reading = state, !loop.output.isEmpty else { return }
        do throws(InferenceError) {
            try meter?.observe(loop.output.said)
        } catch {
            return fail(error)
        }
        if let failure = loop.output.said.failure { return fail(failure) }
        noteUsage()
        if loop.output.said.sawData { timing.data(at: loop.now) }
        let isComplete = loop.output.said.isComplete
        guard isStreamed else { return hold(isComplete) }
        let lines = isHeadSent || (loop.output.bytes.isEmpty && !isComplete) ? nil : headLines(adjustments)
        // The errand is let go with the dispatch, and is less to look at.
        if errand != nil, isComplete || loop.output.said.isVisible { accept(adjustments) }
        write(lines, isLast: isComplete)
        if isComplete { complete() }
    }

    /// Usage may come before the answer is accepted, and after.
    func noteUsage() {
        // Most pieces of a stream have text only, which is counted and makes no events.
        let events = loop.output.said.events
        for index in events.indices {
            if case .usage(let counted) = events[index] { connection?.writing.chat?.usage = counted }
        }
    }

    private func write(_ lines: [UInt8]?, isLast: Bool) {
        guard let connection, lines != nil || isLast || !loop.output.bytes.isEmpty else { return }
        let head = lines.map {
            AnswerFields(status: 200, contentType: "text/event-stream; charset=utf-8", callID: id, lines: $0)
        }
        isHeadSent = true
        loop.output.bytes.withUnsafeBytes { connection.write(piece: $0, head: head, isLast: isLast) }
        needsFlush = true
        timing.wrote(at: loop.now)
    }

    func hold(_ isComplete: Bool) {
        guard isComplete else {
            held += loop.output.bytes
            if held.count > Self.documentLimit {
                fail(InferenceError(.malformedResponse, "the answer has more than \(Self.documentLimit) bytes"))
            }
            return
        }
        let adjustments = adjustments
        let fields = AnswerFields(
            status: 200, contentType: "application/json", callID: id, lines: headLines(adjustments))
        accept(adjustments)
        let connection = connection
        complete(finishes: false)
        connection?.write(fields, body: held.count + loop.output.bytes.count) { buffer in
            if !held.isEmpty { buffer.writeBytes(held) }
            buffer.writeBytes(loop.output.bytes)
        }
    }

    /// What the head of the answer tells of the way that it took.
    private func headLines(_ adjustments: [Adjustment]) -> [UInt8] {
        guard let sending else { return [] }
        return loop.routeLines.make(for: sending, adjustments)
    }

    private var adjustments: [Adjustment] {
        let made = sending?.adjustments ?? []
        return errand?.adjustments.isEmpty == false ? (errand?.adjustments ?? []) + made : made
    }

    /// From now on nothing fails over; what only a next try would have needed is let go.
    private func accept(_ adjustments: [Adjustment]) {
        var tries: [ChatAttempt] = []
        if var dispatch = dispatch.take() {
            dispatch.accepted()
            if dispatch.attemptCount > 1 { tries = dispatch.attempts }
        }
        connection?.writing.chat?.accept(tries, adjustments: adjustments)
        // Of the request nothing is kept for the time of the answer.
        (errand, sending) = (nil, nil)
    }

    func complete(finishes: Bool = true) {
        state = .finished
        meter?.finish()
        meter = nil
        upstream?.finishSoon()
        guard finishes, let connection else { return }
        connection.flush()
        connection.finishAnswer()
    }
}
