#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file that an account has given the service to keep.
struct FileRecord: Sendable {
    let id: String
    let account: String
    let name: String
    let purpose: String
    let description: String
    let content: [UInt8]
    let created: Date
}
