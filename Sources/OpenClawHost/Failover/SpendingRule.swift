import Inference

/// Which of a provider's endpoints may be used without spending money that the user did not agree to, and in which order.
struct SpendingRule {
    private let account: ProviderAccount
    private let consent: SpendingConsent
    private let isExplicit: Bool

    init(_ accounts: Accounts, _ account: ProviderAccount) {
        self.account = account
        consent = SpendingConsent(settings: accounts.settings)
        isExplicit = Self.isExplicit(account)
    }

    /// Whether the user wrote down where requests go.
    static func isExplicit(_ account: ProviderAccount) -> Bool {
        account.settings?["baseUrl"]?.string?.isEmpty == false
    }

    /// An endpoint that is paid by use is allowed when the user chose it, agreed to it, or has no subscription that could
    /// serve the request.
    func allowed(_ ways: [Accounts.Way]) -> [Accounts.Way] {
        let hasPlan = ways.contains(where: isSubscription)
        let allowed = ways.filter { way in
            if isSubscription(way) || (way.isSelected && (isExplicit || !hasPlan)) { return true }
            return consent == .allow || (!hasPlan && consent != .never)
        }
        return allowed.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map(\.element)
    }

    private func rank(_ way: Accounts.Way) -> Int {
        if way.isSelected && isExplicit { return 0 }
        return isSubscription(way) ? 1 : 2
    }

    private func isSubscription(_ way: Accounts.Way) -> Bool {
        account.manifest?.plan(way.target.endpoint.plan)?.isSubscription == true
    }
}
