/// A request on its way into a ledger. Its record is large: what is handed on, and waits, is a reference to it.
package final class LedgerEntry: Sendable {
    package let record: UsageRecord

    package init(_ record: consuming UsageRecord) { self.record = record }
}
