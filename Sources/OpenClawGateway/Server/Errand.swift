import NIOCore

/// A request that is answered by a task.
final class Errand: ConnectionWork {
    private weak var connection: ServerConnection?
    private let loop: GatewayLoop
    private var task: Task<Void, Never>?

    init(connection: ServerConnection, loop: GatewayLoop) {
        self.connection = connection
        self.loop = loop
    }

    func start(_ call: GatewayCall, _ perform: @escaping @Sendable (GatewayCall) async -> GatewayAnswer) {
        let eventLoop = loop.eventLoop
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        task = Task {  // reason: the one bridge from an event loop to tasks; cancelled when the client leaves
            let answer = await perform(call)
            eventLoop.execute { bound.value.finish(answer, of: call.id) }
        }
    }

    func clientLeft() {
        task?.cancel()
        connection = nil
    }

    func clientTakesBytes(_ takes: Bool) {}

    func pulse(at now: UInt64) {}

    private func finish(_ answer: GatewayAnswer, of id: String) {
        task = nil
        connection?.answer(answer, of: id)
    }
}
