#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A moment as text, in UTC.
package struct ISODate {
    /// `2026-11-23T06:00:00Z`.
    package let text: String

    package init(_ secondsSince1970: Double) {
        text = Date(timeIntervalSince1970: secondsSince1970).formatted(.iso8601)
    }

    /// `20261123T060000Z`, for file names.
    package var digits: String { text.filter { $0 != "-" && $0 != ":" } }
}
