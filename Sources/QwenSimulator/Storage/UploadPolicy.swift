#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The policy document of an upload form.
struct UploadPolicy: Sendable {
    let expires: Date
    let directory: String
    let bucket: String
    let megabytes: Int

    var encoded: String {
        let conditions: [JSON] = [
            ["content-length-range", 0, .integer(megabytes << 20)], ["starts-with", "$key", .string(directory)],
            ["bucket": .string(bucket)], ["x-oss-object-acl": "private"], ["x-oss-forbid-overwrite": "true"],
        ]
        let document: JSON = [
            "expiration": .string(CivilTime(expires).description), "conditions": .array(conditions),
        ]
        return Data(document.bytes).base64EncodedString()
    }
}
