import OpenClawHost

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

/// A folder that only this user can look into, and that goes with its owner.
struct TemporaryFolder: ~Copyable {
    private let path: String

    /// `nil` when there is no place for one.
    init?(environment: [String: String]) {
        let place = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        var template = FilePathText.join(place, "openclaw-XXXXXX").utf8CString.map { $0 }
        guard mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    borrowing func file(_ name: String) -> String { FilePathText.join(path, name) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
