import Inference
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// One try to set up a connection, with its deadline; cancelling the awaiting task closes the sockets.
final class ConnectionAttempt: Sendable {
    private typealias Outcome = Result<ClientConnection, InferenceError>

    private struct State {
        var channels: [any Channel] = []
        var waiter: CheckedContinuation<Outcome, Never>?
        var failure: InferenceError?
        var isFinished = false
    }

    private let route: ConnectionRoute
    private let context: NIOSSLContext?
    private let timing: ExchangeTiming
    private let state = Mutex(State())

    /// - Parameter context: needed when the route has TLS anywhere.
    init(route: ConnectionRoute, context: NIOSSLContext?, timing: ExchangeTiming) {
        self.route = route
        self.context = context
        self.timing = timing
    }

    func run(
        on loop: any EventLoop, pool: ConnectionPool, configuration: HTTPClientConfiguration
    ) async throws(InferenceError) -> ClientConnection {
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Outcome, Never>) in
                let failure = state.withLock { state in
                    state.waiter = continuation
                    return state.failure
                }
                if let failure {
                    finish(.failure(failure))
                } else {
                    start(on: loop, pool: pool, configuration: configuration)
                }
            }
        } onCancel: {
            fail(.callerCancelled)
        }
        return try outcome.get()
    }

    private func start(on loop: any EventLoop, pool: ConnectionPool, configuration: HTTPClientConfiguration) {
        let idleTime = configuration.idleConnectionTime
        let limit = timing.connect(to: route.firstHop)
        let timer = limit.map { limit in
            loop.scheduleTask(deadline: limit.instant.nioDeadline) { self.fail(limit.error) }
        }
        let setup = ConnectionSetup(
            route: route, context: context, adopt: adopt, addresses: configuration.addresses)
        setup.open(on: loop)
            .flatMapThrowing { channel in
                try ClientConnection(channel: channel, route: self.route, pool: pool, idleTime: idleTime)
            }
            .whenComplete { result in
                timer?.cancel()
                switch result {
                case .success(let connection): self.finish(.success(connection))
                case .failure(let error): self.fail(InferenceError(connecting: error, to: self.route.firstHop))
                }
            }
    }

    /// - Returns: whether the attempt still runs, so that the channel is wanted.
    @Sendable private func adopt(_ channel: any Channel) -> Bool {
        state.withLock { state in
            guard !state.isFinished, state.failure == nil else { return false }
            state.channels.append(channel)
            return true
        }
    }

    private func fail(_ error: InferenceError) {
        finish(.failure(error))
    }

    /// The first outcome counts; sockets of a failed attempt are closed.
    private func finish(_ outcome: Outcome) {
        let (waiter, channels, isLate) = state.withLock { state in
            if state.isFinished { return (state.waiter, [] as [any Channel], true) }
            guard let waiter = state.waiter else {
                if case .failure(let error) = outcome { state.failure = error }
                return (nil, [], false)
            }
            defer { state = State(isFinished: true) }
            return (waiter, state.channels, false)
        }
        switch outcome {
        case .success(let connection) where isLate: connection.close()
        case .success: break
        case .failure:
            for channel in channels { channel.eventLoop.execute { SocketEdge.close(channel) } }
        }
        waiter?.resume(returning: outcome)
    }
}
