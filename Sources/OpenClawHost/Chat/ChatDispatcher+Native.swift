package import Inference

extension ChatDispatcher {
    /// Starts a call that is sent as its client wrote it, to an endpoint that speaks the service's own protocol.
    ///
    /// - Parameters:
    ///   - capability: what the endpoint must offer.
    ///   - owner: the one account that may be asked.
    ///   - virtualKey: the gateway's key that asks. The calls of one key stay with one credential, because what is uploaded
    ///     for a call is known to that account only.
    ///   - isCounted: whether the call may cost something and belongs into the books.
    package func relay(
        _ call: NativeCall, for capability: Capability, on selection: ModelSelection, owner: NativeOwner? = nil,
        callID: String, virtualKey: String? = nil, isCounted: Bool
    ) -> DocumentDispatch<NativeAnswer> {
        let capability = owner?.capability ?? capability
        let selection = owner?.selection ?? selection
        let document = DocumentDispatch<NativeAnswer>.Call(
            capability: capability, candidates: [selection], callID: callID, virtualKey: virtualKey,
            input: TokenEstimate(),
            exchange: { (route, context) throws(InferenceError) in
                guard let codec = route.selection.entry.provider.native else { throw Self.withoutNative(selection) }
                return try codec.exchange(for: call, model: route.selection.descriptor, context: context)
            },
            usage: \.usage, isCounted: isCounted)
        let health = health(of: [selection])
        let lineup = nativeLineup(
            selection, capability, owner, call.spoken, turns: .conversation("native " + (virtualKey ?? "")))
        return DocumentDispatch(
            document, pursuit: Pursuit(lineup, health: health, services: failover, total: deadlines.total),
            dispatcher: self)
    }

    private func nativeLineup(
        _ selection: ModelSelection, _ capability: Capability, _ owner: NativeOwner?, _ spoken: ServiceProtocol,
        turns: CredentialTurns
    ) -> Lineup<ModelRoute> {
        var lineup = Lineup<ModelRoute>()
        do throws(InferenceError) {
            let accounts = try table.routes(
                to: selection.reference, of: selection.descriptor, for: capability, turns: turns)
            for account in accounts where account.target.endpoint.base(of: spoken) != nil {
                guard owner.map({ $0.holds(account) }) ?? true else { continue }
                learn(account.credential.secret)
                lineup.add(
                    ModelRoute(selection: selection, account: account), account: table.accounts.identity(of: account))
            }
            if lineup.entries.isEmpty {
                throw owner == nil ? Self.withoutNative(selection) : Self.lostAccount
            }
        } catch {
            lineup.add(error, for: selection)
        }
        return lineup
    }

    func speaks(_ spoken: ServiceProtocol, to selection: ModelSelection) -> Bool {
        let accounts = try? table.routes(
            to: selection.reference, of: selection.descriptor, for: .chat, turns: .conversation(""))
        return accounts?.contains { $0.target.endpoint.base(of: spoken) != nil } ?? false
    }

    private static func withoutNative(_ selection: ModelSelection) -> InferenceError {
        InferenceError(
            .unsupported,
            "none of the accounts for \"\(selection.reference.provider)\" speaks the service's own protocol",
            hint: "openclaw models auth add")
    }

    private static var lostAccount: InferenceError {
        InferenceError(
            .invalidRequest, "the account that holds this is not configured any more", hint: "openclaw models status")
    }
}
