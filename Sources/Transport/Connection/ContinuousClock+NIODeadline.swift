import NIOCore

extension ContinuousClock.Instant {
    /// The same moment on the clock of the event loops; no later than some decades from now, which it can represent.
    var nioDeadline: NIODeadline {
        let ahead = (self - ContinuousClock.Instant.now).nanoseconds
        return NIODeadline.now() + TimeAmount.nanoseconds(min(max(ahead, 0), 1 << 60))
    }
}
