import Inference

extension Onboarding {
    /// Shows the stored key to its endpoint, so that a key of another plan is noticed now. Everything is saved by then:
    /// whatever the answer is, it only makes a warning, with the command that puts it right.
    func verify(_ outcome: inout OnboardingOutcome) async {
        guard options.verifies, let discovery, let key = outcome.key, let placement = outcome.plan.placement,
            case .provider(let manifest, _) = outcome.plan.choice, let endpoint = outcome.plan.endpoint,
            let target = ProbeTarget(endpoint, of: manifest, workspace: options.workspaceID),
            let secret = try? secret(of: key)
        else { return }
        let answer = await discovery.ask(target, secret)
        explain(answer.line)
        var found = Discovery(answers: [answer])
        if [.accepted, .refused].contains(answer.verdict) {
            let guesses = planner.advice(key, endpoint)
            outcome.warnings.removeAll { guesses.contains($0) }
        }
        switch answer.verdict {
        case .accepted: break
        case .unclear, .unreachable:
            outcome.warnings.append(
                "the key is saved, but could not be checked with \(endpoint.label): \(answer.reason); check it later: "
                    + "openclaw doctor")
        case .refused:
            let others = await discovery.find(secret, issuer: manifest.keysPage, skipping: [target.host])
            others.answers.map(\.line).forEach(explain)
            found.answers += others.answers
            outcome.gap = nil
            outcome.warnings.append(mismatch(endpoint, answer, others, placement))
        }
        outcome.discovery = found
    }

    private func mismatch(
        _ endpoint: Endpoint, _ answer: ProbeAnswer, _ others: Discovery, _ placement: ProfilePlacement
    ) -> String {
        let refused = "\(endpoint.label) does not take the key: \(answer.reason)"
        guard let right = others.accepted.first,
            let manifest = manifests.first(where: { $0.id == right.target.provider })
        else {
            return refused + "; no other plan or region that was asked takes it either: "
                + others.answers.map { "\($0.endpoint.label) \($0.reason)" }.joined(separator: ", ")
        }
        let command =
            placement.isBeside
            ? "openclaw models auth remove --provider \(placement.provider) --profile-id \(placement.profileID) "
                + "&& openclaw models auth add --auth-choice \(manifest.choice(for: right.endpoint).id)"
            : KeyMove(
                to: right.endpoint, of: manifest, from: placement.profileID, workspace: options.workspaceID
            ).command
        return refused + "; it is a key of \(right.endpoint.label); run: " + command
    }
}
