import Inference
import Logging

@testable import Qwen

/// The provider as the library carries it, with a clock that stands still.
enum TestProvider {
    /// 2026-11-23 12:00:00 UTC.
    static let now = 1_795_435_200.0

    static let manifests = (try? QwenCatalogue.manifests()) ?? []
    static let manifest = manifests[0]
    static let classifier = ErrorClassifier(
        manifest: manifest, siblings: { Array(manifests.dropFirst()) }, now: { now })

    static func endpoint(_ id: EndpointID) -> Endpoint {
        manifests.lazy.compactMap { $0.endpoint(id) }.first ?? manifest.endpoints[0]
    }

    static func model(_ id: ModelID) -> ModelDescriptor {
        if let known = manifest.model(id) { return known }
        var unknown = manifest.unknownModel
        unknown.id = id
        return unknown
    }

    static func context(_ endpoint: EndpointID = "standard-intl", key: String = "sk-test") -> CallContext {
        CallContext(
            credential: Secret(key), endpoint: self.endpoint(endpoint), userAgent: "openclaw/test", callID: "c-1",
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}
