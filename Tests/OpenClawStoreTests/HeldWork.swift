import Synchronization

/// Work that was to be started, held until a test starts it.
final class HeldWork: Sendable {
    private let works = Mutex<[@Sendable () -> Void]>([])

    func hold(_ work: @escaping @Sendable () -> Void) { works.withLock { $0.append(work) } }

    /// Starts what is held.
    ///
    /// - Returns: how much that was.
    @discardableResult func run() -> Int {
        let held = works.withLock { works in
            defer { works = [] }
            return works
        }
        for work in held { work() }
        return held.count
    }
}
