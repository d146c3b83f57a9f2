import OpenClawHost

/// A record on its way to the disk. A record is large: what waits is a reference to it.
final class StoredUsage: Sendable {
    let record: UsageRecord

    init(_ record: consuming UsageRecord) { self.record = record }
}
