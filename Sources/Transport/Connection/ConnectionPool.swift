import Synchronization

/// The connections of one client: those in use, to close them at shutdown, and the idle ones by route.
final class ConnectionPool: Sendable {
    private struct State {
        var all: [ObjectIdentifier: ClientConnection] = [:]
        var idle: [ConnectionRoute: [ClientConnection]] = [:]
        var isShutDown = false
    }

    private let idleLimit: Int
    private let state = Mutex(State())

    init(idleLimit: Int) {
        self.idleLimit = idleLimit
    }

    /// The most recently used idle connection of a route.
    func checkOut(_ route: ConnectionRoute) -> ClientConnection? {
        state.withLock { state in
            while let connection = state.idle[route]?.popLast() {
                if connection.isActive { return connection }
            }
            return nil
        }
    }

    /// - Returns: whether the connection may be used; not after a shutdown.
    func register(_ connection: ClientConnection) -> Bool {
        state.withLock { state in
            guard !state.isShutDown else { return false }
            if connection.isActive { state.all[ObjectIdentifier(connection)] = connection }
            return true
        }
    }

    /// - Returns: whether the connection was taken as an idle one; otherwise it has to be closed.
    func park(_ connection: ClientConnection) -> Bool {
        state.withLock { state in
            guard !state.isShutDown, state.all[ObjectIdentifier(connection)] != nil,
                state.idle[connection.route, default: []].count < idleLimit
            else { return false }
            state.idle[connection.route, default: []].append(connection)
            return true
        }
    }

    /// Takes a connection out of the idle ones, so that nobody else gets it.
    ///
    /// - Returns: whether it was idle.
    func unpark(_ connection: ClientConnection) -> Bool {
        state.withLock { Self.removeIdle(connection, from: &$0) }
    }

    func forget(_ connection: ClientConnection) {
        state.withLock { state in
            state.all[ObjectIdentifier(connection)] = nil
            _ = Self.removeIdle(connection, from: &state)
        }
    }

    func takeIdle() -> [ClientConnection] {
        state.withLock { state in
            defer { state.idle = [:] }
            return state.idle.values.flatMap(\.self)
        }
    }

    /// - Returns: every open connection.
    func shutDown() -> [ClientConnection] {
        state.withLock { state in
            state.isShutDown = true
            state.idle = [:]
            return Array(state.all.values)
        }
    }

    private static func removeIdle(_ connection: ClientConnection, from state: inout State) -> Bool {
        guard let index = state.idle[connection.route]?.firstIndex(where: { $0 === connection }) else { return false }
        state.idle[connection.route]?.remove(at: index)
        if state.idle[connection.route]?.isEmpty == true { state.idle[connection.route] = nil }
        return true
    }
}
