import Inference
import NIOCore

// What the client does, and what time does.
extension ChatRelay {
    func clientLeft() {
        connection = nil
        state = .finished
        pause?.cancel()
        upstream?.cancel()
        upstream = nil
        // The account is closed as an abandoned one when it is let go.
        (sending, meter, dispatch, errand) = (nil, nil, nil, nil)
    }

    func clientTakesBytes(_ takes: Bool) { upstream?.setReading(takes) }

    func pulse(at now: UInt64) {
        if let error = timing.expired(at: now) {
            if case .refusing = state { return concludeRefusal() }
            return fail(error)
        }
        guard isHeadSent, isStreamed, timing.isSilent(at: now), reader != nil, let connection else {
            return
        }
        timing.wrote(at: now)
        var bytes: [UInt8] = []
        reader?.keepAlive(into: &bytes)
        bytes.withUnsafeBytes { connection.write(piece: $0) }
        connection.flush()
    }
}
