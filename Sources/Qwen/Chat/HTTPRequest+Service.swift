import HTTPTypes
import Inference

extension HTTPRequest {
    /// A JSON request to a path below the base URL of an endpoint, with the key that is bound to it.
    static func post(_ path: String, context: CallContext) throws(InferenceError) -> HTTPRequest {
        var head = try HTTPRequest(method: .post, path: path, context: context)
        head.headerFields[.contentType] = "application/json"
        return head
    }

    /// A request to a path of the service's own protocol, or of another one that it relays.
    ///
    /// - Throws: `.unsupported` when the endpoint does not speak it, `.unauthenticated` without a key.
    static func native(
        _ method: Method, _ path: String, spoken: ServiceProtocol = .native, context: CallContext
    ) throws(InferenceError) -> HTTPRequest {
        guard let base = context.endpoint.base(of: spoken) else {
            throw InferenceError(
                .unsupported,
                "\(context.endpoint.label) offers chat only; pictures, video and speech need a Standard key",
                hint: "openclaw models auth add")
        }
        return try HTTPRequest(method: method, base: base, path: path, context: context)
    }

    /// The opening of a socket of the service's own protocol, which stands beside the paths of HTTP.
    static func socket(_ path: String, context: CallContext) throws(InferenceError) -> HTTPRequest {
        var context = context
        let suffix = "/api/v1"
        if let base = context.endpoint.nativeURL, base.hasSuffix(suffix) {
            context.endpoint.nativeURL = base.dropLast(suffix.count) + "/api-ws/v1"
        }
        return try native(.get, path, context: context)
    }

    init(method: Method, path: String, context: CallContext) throws(InferenceError) {
        try self.init(method: method, base: context.endpoint.baseURL, path: path, context: context)
    }

    private init(method: Method, base: String, path: String, context: CallContext) throws(InferenceError) {
        guard !context.credential.isEmpty else {
            throw InferenceError(.unauthenticated, "no API key for \(context.endpoint.label)", hint: "openclaw onboard")
        }
        let authorization = "Bearer " + context.credential.expose()
        guard HTTPField.isValidValue(authorization) else {
            throw InferenceError(
                .unauthenticated, "the API key holds characters that no header can carry; was it copied whole?",
                hint: "openclaw onboard")
        }
        let base = try BaseURL(base)
        self.init(method: method, scheme: base.scheme, authority: base.authority, path: base.path + path)
        headerFields[.authorization] = authorization
        headerFields[.userAgent] = context.userAgent
        headerFields[.accept] = "application/json"
    }
}

/// The pieces of a base URL, without trailing slashes and without a path that people paste along.
private struct BaseURL {
    var scheme: String
    var authority: String
    var path: String

    init(_ text: String) throws(InferenceError) {
        // Of bytes, because this is done for every request.
        let bytes = Array(text.trimmingASCIIWhitespace().utf8)
        let text = String(decoding: bytes, as: UTF8.self)
        guard let mark = Self.endOfScheme(in: bytes), !bytes.contains(UInt8(ascii: "{")) else {
            throw InferenceError(
                .invalidConfiguration,
                "expected a base URL such as https://host/v1, with a workspace id in place of {workspace}, got '\(text)'",
                hint: "openclaw config get models.providers")
        }
        scheme = String(decoding: bytes[..<mark], as: UTF8.self).lowercased()
        let rest = bytes[(mark + 3)...]
        let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        authority = String(decoding: rest[..<slash], as: UTF8.self)
        path = Self.trimmed(rest[slash...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    }

    /// Where `://` stands behind a scheme.
    private static func endOfScheme(in bytes: [UInt8]) -> Int? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
            bytes[(colon + 1)...].starts(with: "//".utf8)
        else { return nil }
        return colon
    }

    private static func trimmed(_ path: ArraySlice<UInt8>) -> String {
        let pasted = Array("/chat/completions".utf8)
        var path = path
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        if path.suffix(pasted.count).elementsEqual(pasted) { path.removeLast(pasted.count) }
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        return String(decoding: path, as: UTF8.self)
    }
}
