import Synchronization

/// The files of all accounts, oldest first.
final class FileBook: Sendable {
    private let files = Mutex<[FileRecord]>([])

    func add(_ file: FileRecord) { files.withLock { $0.append(file) } }

    func files(of account: String) -> [FileRecord] { files.withLock { $0.filter { $0.account == account } } }

    func file(_ id: String, of account: String) -> FileRecord? { files(of: account).first { $0.id == id } }

    func remove(_ id: String, of account: String) {
        files.withLock { $0.removeAll { $0.id == id && $0.account == account } }
    }

    func clear() { files.withLock { $0 = [] } }
}
