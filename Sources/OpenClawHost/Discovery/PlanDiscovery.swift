package import Inference

/// Finds out which plan and region a key belongs to, by asking the built-in endpoints of one vendor.
///
/// All are asked at once, each host at most once, each with a question that is free. Hosts of the user's own are never
/// asked. The beginning of a key decides the order only.
package struct PlanDiscovery: Sendable {
    package var manifests: [ProviderManifest]
    package var inquiry: EndpointInquiry
    package var workspace: WorkspaceID?
    /// The time for everything.
    package var limit: Duration
    /// How long the others may still answer once an endpoint has accepted the key.
    package var grace: Duration

    package init(
        manifests: [ProviderManifest], inquiry: EndpointInquiry, workspace: WorkspaceID? = nil,
        limit: Duration = .seconds(5), grace: Duration = .seconds(2)
    ) {
        self.manifests = manifests
        self.inquiry = inquiry
        self.workspace = workspace
        self.limit = limit
        self.grace = grace
    }

    /// Whether there is anybody to ask.
    package var isPossible: Bool { !targets.isEmpty }

    /// Every endpoint that can be asked, in the order of the manifests, a host once.
    package var targets: [ProbeTarget] {
        var hosts: Set<String> = []
        return manifests.flatMap { manifest in
            manifest.endpoints.compactMap { ProbeTarget($0, of: manifest, workspace: workspace) }
        }.filter { hosts.insert($0.host).inserted }
    }

    /// - Parameters:
    ///   - issuer: the page where keys of the vendor are managed: a key is shown to no other vendor.
    ///   - skipped: hosts that have answered before.
    package func find(_ secret: Secret, issuer: String, skipping skipped: Set<String> = []) async -> Discovery {
        let own = Set(manifests.filter { $0.keysPage == issuer }.map(\.id))
        let asked = targets.filter { own.contains($0.provider) && !skipped.contains($0.host) }
        let ordered = asked.enumerated().sorted { first, second in
            let (one, other) = (first.element.likelihood(of: secret), second.element.likelihood(of: secret))
            return one == other ? first.offset < second.offset : one > other
        }
        return Discovery(answers: await ask(ordered.map(\.element), secret))
    }

    /// Asks one endpoint.
    package func ask(_ target: ProbeTarget, _ secret: Secret) async -> ProbeAnswer {
        await inquiry.ask(target, secret, within: limit)
    }

    private func ask(_ targets: [ProbeTarget], _ secret: Secret) async -> [ProbeAnswer] {
        await withTaskGroup(of: (Int, ProbeAnswer)?.self) { group in
            for (index, target) in targets.enumerated() {
                group.addTask { (index, await ask(target, secret)) }
            }
            var answers: [ProbeAnswer?] = targets.map { _ in nil }
            var missing = targets.count
            var isSettling = false
            while missing > 0, let result = await group.next() {
                guard let (index, answer) = result else {
                    group.cancelAll()
                    continue
                }
                answers[index] = answer
                missing -= 1
                guard answer.verdict == .accepted, !isSettling else { continue }
                isSettling = true
                group.addTask { [grace] in
                    try? await Task.sleep(for: grace)
                    return nil
                }
            }
            group.cancelAll()
            return answers.compactMap(\.self)
        }
    }
}
