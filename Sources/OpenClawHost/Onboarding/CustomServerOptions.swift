package import Inference

/// What the command line may say about a server of the user's own.
package struct CustomServerOptions: Hashable, Sendable {
    package var baseURL: String?
    package var key: Secret?
    package var modelID: String?
    package var providerID: String?
    package var compatibility: String?

    package init() {}
}
