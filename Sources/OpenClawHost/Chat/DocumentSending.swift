package import Inference

/// One call for a document that is to go out now.
package struct DocumentSending<Answer: Sendable>: Sendable {
    /// What to send, and how to read what comes back.
    package let exchange: DocumentExchange<Answer>
    package let route: ModelRoute
    package let deadlines: Deadlines
    /// The account of this call; the dispatch closes it.
    let meter: CallMeter?
}

/// A model together with the endpoint and the credential that serve it, for calls that are no chat.
package struct ModelRoute: CallRoute {
    package var selection: ModelSelection
    package var account: AccountRoute

    package init(selection: ModelSelection, account: AccountRoute) {
        self.selection = selection
        self.account = account
    }
}
