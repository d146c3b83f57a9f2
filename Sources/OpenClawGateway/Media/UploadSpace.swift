import Synchronization

/// How much of the disk the forms of all clients take together.
final class UploadSpace: Sendable {
    private let used = Atomic(0)

    /// What one form takes. Given back when nobody keeps the form.
    final class Share: Sendable {
        private let space: UploadSpace
        private let bytes = Atomic(0)

        fileprivate init(of space: UploadSpace) { self.space = space }

        deinit { space.used.subtract(bytes.load(ordering: .relaxed), ordering: .relaxed) }

        /// - Returns: whether there is room for so much more.
        func grow(by count: Int, within limit: Int) -> Bool {
            guard space.used.add(count, ordering: .relaxed).newValue <= limit else {
                space.used.subtract(count, ordering: .relaxed)
                return false
            }
            bytes.add(count, ordering: .relaxed)
            return true
        }
    }

    func share() -> Share { Share(of: self) }
}
