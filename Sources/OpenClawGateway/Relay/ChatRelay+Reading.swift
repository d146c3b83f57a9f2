import Inference
import NIOCore
import OpenClawHost

// The answer: read by its reader, held back until it is clear that it is the one, and written.
extension ChatRelay {
    func consume() {
        guard case .reading = state else { return }
        do throws(InferenceError) {
            try meter?.observe(loop.output.said)
        } catch {
            return fail(error)
        }
        if let failure = loop.output.said.failure { return fail(failure) }
        noteUsage()
        if loop.output.said.sawData { timing.data(at: GatewayClock.now) }
        let isComplete = loop.output.said.isComplete
        guard isStreamed else { return hold(isComplete) }
        guard isHeadSent || isComplete || loop.output.said.isVisible else {
            held += loop.output.bytes
            return
        }
        write(isLast: isComplete)
        if isComplete { complete() }
    }

    /// Usage may come before the answer is accepted, and after.
    func noteUsage() {
        for case .usage(let counted) in loop.output.said.events { connection?.writing.chat?.usage = counted }
    }

    func write(isLast: Bool) {
        guard let connection else { return }
        var head: AnswerFields?
        if !isHeadSent {
            head = AnswerFields(
                status: 200, contentType: "text/event-stream; charset=utf-8", callID: id, fields: accept())
            isHeadSent = true
            if !held.isEmpty {
                held += loop.output.bytes
                swap(&held, &loop.output.bytes)
                held = []
            }
        }
        guard head != nil || isLast || !loop.output.bytes.isEmpty else { return }
        loop.output.bytes.withUnsafeBytes { connection.write(piece: $0, head: head, isLast: isLast) }
        needsFlush = true
        timing.wrote(at: GatewayClock.now)
    }

    func hold(_ isComplete: Bool) {
        guard isComplete else {
            held += loop.output.bytes
            if held.count > Self.documentLimit {
                fail(InferenceError(.malformedResponse, "the answer has more than \(Self.documentLimit) bytes"))
            }
            return
        }
        let fields = AnswerFields(status: 200, contentType: "application/json", callID: id, fields: accept())
        let connection = connection
        complete(finishes: false)
        guard let connection, let context = connection.context else { return }
        let (first, second) = (held, loop.output.bytes)
        held = []
        connection.write(fields, body: first.count + second.count, context) { buffer in
            buffer.writeBytes(first)
            buffer.writeBytes(second)
        }
    }

    /// From now on nothing fails over; what only a next try would have needed is let go.
    func accept() -> [(name: String, value: String)] {
        let attempts = dispatch?.accepted() ?? []
        connection?.writing.chat?.accept(
            attempts, adjustments: (errand?.adjustments ?? []) + (sending?.adjustments ?? []))
        let warnings = sending?.route.selection.warnings ?? []
        let fields = connection?.writing.chat?.fields(with: warnings) ?? []
        // Of the request nothing is kept for the time of the answer.
        (dispatch, errand, sending) = (nil, nil, nil)
        return fields
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
