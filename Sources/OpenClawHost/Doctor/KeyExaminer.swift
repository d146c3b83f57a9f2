import Inference

/// Shows every key to the endpoint that it is used with, and a refused one to the other endpoints of its vendor.
package struct KeyExaminer: Sendable {
    package var discovery: PlanDiscovery

    package init(discovery: PlanDiscovery) { self.discovery = discovery }

    private struct Patient {
        var manifest: ProviderManifest
        var secret: Secret
        var examination: KeyExamination
    }

    package func examine(_ accounts: Accounts) async -> [KeyExamination] {
        await withTaskGroup(of: (Int, KeyExamination).self) { group in
            let patients = patients(accounts)
            for (index, patient) in patients.enumerated() {
                group.addTask { (index, await examine(patient)) }
            }
            var results = patients.map(\.examination)
            for await (index, result) in group { results[index] = result }
            return results
        }
    }

    private func patients(_ accounts: Accounts) -> [Patient] {
        var patients: [Patient] = []
        for account in accounts.known {
            guard let manifest = account.manifest else { continue }
            let route = try? accounts.route(to: account.id)
            if let route {
                patients.append(
                    patient(manifest, route.target.endpoint, route.credential.secret, route.credential.source, true))
            }
            for profile in accounts.order.usable(for: account) where profile.id != route?.credential.profileID {
                guard profile.kind == .apiKey, let id = profile.endpoint, let endpoint = manifest.endpoint(id),
                    let input = profile.secret, let found = try? accounts.resolver.reader.read(input)
                else { continue }
                patients.append(
                    patient(manifest, endpoint, found.secret, .profile(id: profile.id, place: found.label), false))
            }
        }
        return patients
    }

    private func patient(
        _ manifest: ProviderManifest, _ endpoint: Endpoint, _ secret: Secret, _ source: CredentialSource,
        _ isInUse: Bool
    ) -> Patient {
        let examination = KeyExamination(
            provider: manifest.id, endpoint: endpoint, source: source, isInUse: isInUse)
        return Patient(manifest: manifest, secret: secret, examination: examination)
    }

    /// Only addresses of the manifest are asked, so that a key is never shown to a host of somebody's choice.
    private func examine(_ patient: Patient) async -> KeyExamination {
        var result = patient.examination
        guard let known = patient.manifest.endpoint(result.endpoint.id),
            let target = ProbeTarget(placed(known, like: result.endpoint), of: patient.manifest, workspace: nil)
        else { return result }
        let answer = await discovery.ask(target, patient.secret)
        result.answer = answer
        guard answer.verdict == .refused, result.isInUse else { return result }
        result.others = await discovery.find(
            patient.secret, issuer: patient.manifest.keysPage, skipping: [target.host])
        return result
    }

    /// Endpoints that have a host for each workspace are asked on the one in use, which is the vendor's by its pattern.
    private func placed(_ known: Endpoint, like used: Endpoint) -> Endpoint {
        known.placed(in: nil) == nil && known.serves(host: BaseAddress(used.baseURL).authority) ? used : known
    }
}
