#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A temporary upload: who may use it for which model, and what it was.
struct UploadedFile: Sendable {
    static let lifetime: TimeInterval = 48 * 3600

    let key: String
    let account: String
    let model: String
    let size: Int
    let digest: String
    /// The first bytes, by which the kind of file is known.
    let head: [UInt8]
    let created: Date
}
