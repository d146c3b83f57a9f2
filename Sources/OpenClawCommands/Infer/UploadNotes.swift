import OpenClawHost
import Synchronization

/// Says once of each file that it is being uploaded, because that takes its time.
final class UploadNotes: Sendable {
    private let context: CommandContext
    private let said = Mutex<Set<String>>([])

    init(_ context: CommandContext) { self.context = context }

    func hear(_ event: JobEvent) {
        guard case .sent(let name, _, let total) = event, said.withLock({ $0.insert(name).inserted }) else { return }
        context.note("uploading \(name), \((total + 524_288) >> 20) MB")
    }
}
