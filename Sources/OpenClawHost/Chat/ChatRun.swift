package import Inference

/// An answer that has begun, and what serves it. Pull its events with `next`.
package struct ChatRun {
    package let route: ChatRoute
    /// Every model that was asked; the last one answers.
    package let attempts: [ChatAttempt]
    private var waiting: ArraySlice<ChatEvent>
    private var rest: ChatEventStream.Iterator
    private let meter: CallMeter?

    init(route: ChatRoute, attempts: [ChatAttempt], opening: ChatOpening) {
        self.route = route
        self.attempts = attempts
        waiting = opening.events[...]
        rest = opening.rest
        meter = opening.meter
    }

    /// The next event, `nil` after the last.
    ///
    /// - Throws: the failure of the answer, or `.budgetExceeded`. It never fails over, because something may have been shown.
    package mutating func next() async throws(InferenceError) -> ChatEvent? {
        do throws(InferenceError) {
            let event = try await pull()
            if let event { try meter?.observe(event) } else { meter?.finish() }
            return event
        } catch {
            meter?.fail(error)
            throw error
        }
    }

    private mutating func pull() async throws(InferenceError) -> ChatEvent? {
        if let event = waiting.popFirst() { return event }
        return try await rest.next(isolation: nil)
    }
}

/// The events of an answer up to the first one that a user would see. A service may accept a request and refuse it in the
/// first event; until then another try is harmless.
struct ChatOpening {
    private(set) var events: [ChatEvent]
    private(set) var rest: ChatEventStream.Iterator
    let meter: CallMeter?

    init(_ stream: ChatEventStream, meter: CallMeter?) async throws(InferenceError) {
        self.meter = meter
        events = []
        rest = stream.makeAsyncIterator()
        while let event = try await rest.next(isolation: nil) {
            events.append(event)
            if event.isVisible { return }
        }
    }
}
