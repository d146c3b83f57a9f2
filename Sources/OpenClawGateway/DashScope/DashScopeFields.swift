package import HTTPTypes

/// Which header fields pass when a request is relayed as it stands. What is not named stays behind, so that neither the
/// client's credentials nor anything about its connection leaves, and nothing of the service's cookies comes back.
package enum DashScopeFields {
    private static let requestNames: Set<String> = ["accept", "accept-language", "content-type", "content-language"]
    private static let answerNames: Set<String> = [
        "cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "etag",
        "last-modified", "retry-after", "retry-after-ms", "x-acs-request-id", "x-request-id", "x-should-retry",
    ]
    private static let vendorPrefix = "x-dashscope-"
    /// Fields by which a program names itself; the gateway names itself.
    private static let identities: Set<String> = [
        "x-dashscope-authtype", "x-dashscope-sdk-client", "x-dashscope-sdk-session-id", "x-dashscope-useragent",
    ]

    /// The fields of a request that are sent on.
    package static func request(_ fields: HTTPFields) -> HTTPFields { passing(fields, names: requestNames) }

    /// The fields of an answer that are handed back.
    package static func answer(_ fields: HTTPFields) -> HTTPFields { passing(fields, names: answerNames) }

    private static func passing(_ fields: HTTPFields, names: Set<String>) -> HTTPFields {
        let hopByHop = Set(
            fields[values: .connection].flatMap { $0.split(separator: ",") }.map {
                $0.filter { $0 != " " && $0 != "\t" }.lowercased()
            })
        var passed = HTTPFields()
        for field in fields {
            let name = field.name.canonicalName
            let isVendor = name.hasPrefix(vendorPrefix) && !identities.contains(name)
            if (isVendor || names.contains(name)) && !hopByHop.contains(name) { passed.append(field) }
        }
        return passed
    }
}
