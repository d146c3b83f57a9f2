package import Inference

/// A model together with the endpoint and the credential that serve it.
package struct ChatRoute: CallRoute {
    package var selection: ModelSelection
    package var account: AccountRoute
    /// The codec that speaks with the endpoint.
    package var codec: any ChatModel

    package init(selection: ModelSelection, account: AccountRoute, codec: any ChatModel) {
        self.selection = selection
        self.account = account
        self.codec = codec
    }
}
