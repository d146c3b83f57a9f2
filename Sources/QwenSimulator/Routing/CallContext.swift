import NIOHTTP1

/// One call on its way through the service.
struct CallContext: Sendable {
    let call: HTTPCall
    let endpoint: EndpointCard
    /// The path below the host.
    let path: String
    let dialect: Dialect
    let requestID: String
    let faults: [FaultBehaviour: Fault]
    let model: String?
    let created: Int

    var resolvesUploads: Bool {
        call.headers.first(name: "x-dashscope-ossresourceresolve")?.lowercased() == "enable"
    }

    /// Whose caches are used: each key is an account of its own.
    var account: String { endpoint.keyRing + "|" + (call.key(acceptingHeader: true) ?? "") }

    /// Whether the caller asked for a native stream, which also decides how errors are framed.
    var wantsNativeStream: Bool {
        dialect == .native && call.headers.first(name: "x-dashscope-sse")?.lowercased() == "enable"
    }
}
