package import Inference

extension ChatDispatcher {
    /// Starts a call for vectors of no more texts than the model takes at once; see `EmbeddingRequest.batches`.
    ///
    /// - Parameters:
    ///   - candidates: the model to ask, then those to ask when it fails. Vectors of several models cannot be compared: once
    ///     one has answered, ask it alone for the rest.
    ///   - virtualKey: the gateway's key that asks, for the books.
    package func embed(
        _ request: EmbeddingRequest, on candidates: [ModelSelection], callID: String, virtualKey: String? = nil
    ) -> DocumentDispatch<EmbeddingResponse> {
        let call = DocumentDispatch<EmbeddingResponse>.Call(
            capability: .embeddings, candidates: candidates, callID: callID, virtualKey: virtualKey,
            input: TokenEstimate(of: request.inputs.compactMap(\.text)),
            exchange: { (route, context) throws(InferenceError) in
                guard let codec = route.selection.entry.provider.embeddings else {
                    throw route.selection.lacking("embeddings")
                }
                var request = request
                request.model = route.selection.reference.model
                return try codec.exchange(for: request, model: route.selection.descriptor, context: context)
            },
            usage: { $0.usage })
        return DocumentDispatch(call, pursuit: pursuit(candidates, for: .embeddings), dispatcher: self)
    }

    /// Starts a call that ranks documents.
    ///
    /// - Parameter virtualKey: the gateway's key that asks, for the books.
    package func rank(
        _ request: RerankRequest, on candidates: [ModelSelection], callID: String, virtualKey: String? = nil
    ) -> DocumentDispatch<RerankResponse> {
        let call = DocumentDispatch<RerankResponse>.Call(
            capability: .rerank, candidates: candidates, callID: callID, virtualKey: virtualKey,
            input: TokenEstimate(of: (request.documents + [request.query]).compactMap(\.text)),
            exchange: { (route, context) throws(InferenceError) in
                guard let codec = route.selection.entry.provider.rerank else { throw route.selection.lacking("rerank") }
                var request = request
                request.model = route.selection.reference.model
                return try codec.exchange(for: request, model: route.selection.descriptor, context: context)
            },
            usage: { $0.usage })
        return DocumentDispatch(call, pursuit: pursuit(candidates, for: .rerank), dispatcher: self)
    }

    private func pursuit(_ candidates: [ModelSelection], for capability: Capability) -> Pursuit<ModelRoute> {
        let health = health(of: candidates)
        let turns = CredentialTurns.leastRecent(Self.lastUses(health))
        var lineup = Lineup<ModelRoute>()
        for selection in candidates {
            do throws(InferenceError) {
                let accounts = try table.routes(
                    to: selection.reference, of: selection.descriptor, for: capability, turns: turns)
                for account in accounts {
                    learn(account.credential.secret)
                    lineup.add(
                        ModelRoute(selection: selection, account: account),
                        account: table.accounts.identity(of: account))
                }
            } catch {
                lineup.add(error, for: selection)
            }
        }
        return Pursuit(lineup, health: health, services: failover, total: deadlines.total)
    }
}

extension ModelSelection {
    fileprivate func lacking(_ what: String) -> InferenceError {
        InferenceError(
            .unsupported, "provider \"\(reference.provider)\" has no \(what) models",
            hint: "openclaw infer model providers")
    }
}
