extension ChatRoute {
    /// Faults after which the client does not learn what it owes.
    private static let hiding: Set<FaultBehaviour> = [
        .cutStream, .reset, .midStreamError, .emptyStream, .noUsage, .silence,
    ]

    /// Puts an answer on the bill.
    func bill(_ usage: Usage) {
        let endpoint = context.endpoint
        let price = service.world.prices.amount(
            usage, of: ask.card.id, keyRing: endpoint.keyRing, thinks: usage.reasoning > 0)
        let tellsUsage = !ask.stream || ask.includeUsage || context.dialect != .compatible
        service.bills.add(
            BilledRequest(
                requestID: context.requestID, endpoint: endpoint.id,
                keyFingerprint: context.call.key(acceptingHeader: true).map(RequestLog.fingerprint),
                model: ask.card.id, input: usage.prompt, cacheRead: usage.cached, cacheWrite: usage.created,
                output: usage.completion, reasoning: usage.reasoning, amount: price?.amount, currency: price?.currency,
                isTold: tellsUsage && Self.hiding.isDisjoint(with: context.faults.keys)))
    }
}
