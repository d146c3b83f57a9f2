package import Inference

/// A model together with the endpoint and the credential that serve it.
package struct ChatRoute: CallRoute {
    /// Model, provider and account are large, and a request hands its route on many times: one reference is copied instead.
    private let parts: Parts

    private final class Parts: Sendable {
        let selection: ModelSelection
        let account: AccountRoute
        let codec: any ChatModel

        init(_ selection: ModelSelection, _ account: AccountRoute, _ codec: any ChatModel) {
            self.selection = selection
            self.account = account
            self.codec = codec
        }
    }

    package init(selection: ModelSelection, account: AccountRoute, codec: any ChatModel) {
        parts = Parts(selection, account, codec)
    }

    package var selection: ModelSelection { parts.selection }
    package var account: AccountRoute { parts.account }
    /// The codec that speaks with the endpoint.
    package var codec: any ChatModel { parts.codec }
}
