import Synchronization

/// What was billed for media; a task is billed once it has succeeded.
final class ChargeBook: Sendable {
    struct Entry: Sendable {
        let charge: Charge
        let task: String?
    }

    private let entries = Mutex<[Entry]>([])

    var all: [Entry] { entries.withLock { $0 } }

    func add(_ charge: Charge, task: String? = nil) {
        entries.withLock { $0.append(Entry(charge: charge, task: task)) }
    }

    func clear() { entries.withLock { $0 = [] } }
}
