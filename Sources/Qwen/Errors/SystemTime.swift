#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The wall clock, for callers that inject none.
enum SystemTime {
    /// Seconds since 1970, now.
    static var secondsSince1970: Double { Date().timeIntervalSince1970 }

    /// The same without fractions, for the price of a memory access.
    static var wholeSeconds: Int { time(nil) }
}
