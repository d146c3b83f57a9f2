/// Where one request goes and with which credential: what is sent, and what `explain` shows.
package final class AccountRoute: Hashable, Sendable {
    package let account: ProviderAccount
    package let target: SelectedEndpoint
    package let credential: ResolvedCredential

    package init(account: ProviderAccount, target: SelectedEndpoint, credential: ResolvedCredential) {
        self.account = account
        self.target = target
        self.credential = credential
    }

    package static func == (left: AccountRoute, right: AccountRoute) -> Bool {
        left === right
            || (left.account, left.target, left.credential) == (right.account, right.target, right.credential)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(target)
        hasher.combine(credential)
    }

    /// What the user should know, each once.
    package var notes: [String] { target.notes + credential.warnings }
}
