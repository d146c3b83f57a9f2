import NIOCore
import Synchronization
import Transport

/// What all event loops of a gateway share.
final class GatewayCore: Sendable {
    let connector: OriginConnector
    let attempts: FailedAttempts
    let accessLog: (any AccessLog)?
    let connections = Atomic(0)
    let keyUse = KeyUse()
    let uploads = UploadSpace()
    let holdings: NativeHoldings
    private let current: Mutex<GatewaySnapshot>
    private let draining = Atomic(false)

    init(
        snapshot: GatewaySnapshot, connector: OriginConnector, accessLog: (any AccessLog)?, holdings: NativeHoldings
    ) {
        self.holdings = holdings
        current = Mutex(snapshot)
        self.connector = connector
        self.accessLog = accessLog
        attempts = FailedAttempts(
            limit: snapshot.limits.failedAttempts, window: snapshot.limits.failureWindow,
            lockout: snapshot.limits.lockout)
    }

    var snapshot: GatewaySnapshot { current.withLock { $0 } }

    func use(_ snapshot: GatewaySnapshot) { current.withLock { $0 = snapshot } }

    var isDraining: Bool { draining.load(ordering: .relaxed) }

    func drain() { draining.store(true, ordering: .relaxed) }
}
