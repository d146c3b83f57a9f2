/// Where one request goes and with which credential: what is sent, and what `explain` shows.
package struct AccountRoute: Hashable, Sendable {
    package var account: ProviderAccount
    package var target: SelectedEndpoint
    package var credential: ResolvedCredential

    package init(account: ProviderAccount, target: SelectedEndpoint, credential: ResolvedCredential) {
        self.account = account
        self.target = target
        self.credential = credential
    }

    /// What the user should know, each once.
    package var notes: [String] { target.notes + credential.warnings }
}
