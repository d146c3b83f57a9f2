package import Inference

/// An answer that has begun, and what serves it. Pull its events with `next`.
package struct ChatRun {
    package let route: ChatRoute
    /// Every model that was asked; the last one answers.
    package let attempts: [ChatAttempt]
    private var waiting: ArraySlice<ChatEvent>
    private var rest: ChatEventStream.Iterator

    init(route: ChatRoute, attempts: [ChatAttempt], opening: ChatOpening) {
        self.route = route
        self.attempts = attempts
        waiting = opening.events[...]
        rest = opening.rest
    }

    /// The next event, `nil` after the last.
    ///
    /// - Throws: the failure of the answer. It never fails over, because something may have been shown.
    package mutating func next() async throws(InferenceError) -> ChatEvent? {
        if let event = waiting.popFirst() { return event }
        return try await rest.next(isolation: nil)
    }
}

/// The events of an answer up to the first one that a user would see. A service may accept a request and refuse it in the
/// first event; until then another try is harmless.
struct ChatOpening {
    private(set) var events: [ChatEvent]
    private(set) var rest: ChatEventStream.Iterator

    init(_ stream: ChatEventStream, after adjustments: [Adjustment]) async throws(InferenceError) {
        events = adjustments.map(ChatEvent.adjustment)
        rest = stream.makeAsyncIterator()
        while let event = try await rest.next(isolation: nil) {
            events.append(event)
            if event.isVisible { return }
        }
    }
}

extension ChatEvent {
    fileprivate var isVisible: Bool {
        switch self {
        case .started, .adjustment, .usage: false
        default: true
        }
    }
}
