import Inference
import Synchronization

/// The routes of a snapshot of accounts, each worked out once: deciding where a request goes is then a look into a table.
final class RouteTable: Sendable {
    private struct Key: Hashable {
        var provider: ProviderID
        var profile: String?
        var capability: Capability
        var model: ModelID
    }

    let accounts: Accounts
    private let known = Mutex<[Key: [[AccountRoute]]]>([:])
    /// More models than anybody uses; whoever names others at random gets no memory for it.
    private static let limit = 1024

    init(_ accounts: Accounts) { self.accounts = accounts }

    /// The ways to a model, as `Accounts.routes` describes them.
    func routes(
        to reference: ModelRef, of model: ModelDescriptor, for capability: Capability, turns: CredentialTurns
    ) throws(InferenceError) -> [AccountRoute] {
        let key = Key(
            provider: reference.provider, profile: reference.profile, capability: capability, model: reference.model)
        if let groups = known.withLock({ $0[key] }) { return groups.flatMap { turns.ordered($0) } }
        let groups = try accounts.routeGroups(
            to: reference.provider, profile: reference.profile, for: capability, model: model)
        known.withLock { known in
            if known.count < Self.limit { known[key] = groups }
        }
        return groups.flatMap { turns.ordered($0) }
    }
}
