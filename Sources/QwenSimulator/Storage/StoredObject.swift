#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file in the simulated object storage; results are made when they are fetched.
struct StoredObject: Sendable {
    let type: String
    let created: Date
    /// Zero bytes after the content, for large results.
    var padding = 0
    let content: @Sendable () -> [UInt8]
}
