#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The wall clock, for callers that inject none.
enum SystemTime {
    /// Seconds since 1970, now.
    static var secondsSince1970: Double { Date().timeIntervalSince1970 }
}
