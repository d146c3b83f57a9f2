package import Inference

/// A model together with the endpoint and the credential that serve it.
package struct ChatRoute: CallRoute {
    /// Model, provider and account are large, and a request hands its route on many times: one reference is copied instead.
    private let parts: Parts

    private final class Parts: Sendable {
        let selection: ModelSelection
        let account: AccountRoute
        let endpoint: Endpoint
        let codec: any ChatModel
        let bound: any BoundChatModel
        let terms: UsageTerms
        let timeLimit: Duration?

        init(_ selection: ModelSelection, _ account: AccountRoute, _ codec: any ChatModel, _ context: CallContext) {
            self.selection = selection
            self.account = account
            endpoint = account.target.endpoint
            self.codec = codec
            bound = codec.bound(to: selection.descriptor, context: context)
            terms = UsageTerms(selection, account)
            timeLimit = account.timeLimit
        }
    }

    /// - Parameter context: what the codec is told of every request.
    package init(selection: ModelSelection, account: AccountRoute, codec: any ChatModel, context: CallContext) {
        parts = Parts(selection, account, codec, context)
    }

    package var selection: ModelSelection { parts.selection }
    package var account: AccountRoute { parts.account }
    package var endpoint: Endpoint { parts.endpoint }
    package var endpointID: EndpointID { parts.endpoint.id }
    package var terms: UsageTerms { parts.terms }
    package var timeLimit: Duration? { parts.timeLimit }
    /// The codec that speaks with the endpoint.
    package var codec: any ChatModel { parts.codec }
    /// The codec, made ready for requests that go this way.
    var bound: any BoundChatModel { parts.bound }
}
