import Inference

/// Providers, names and models that were, and what took their place.
struct LegacyCheck: DoctorCheck {
    let id = "legacy"

    func run(_ context: DoctorContext) async -> [DoctorFinding] {
        guard context.host != nil else { return [] }
        let findings = providers(context) + profiles(context) + refs(context)
        return findings.isEmpty ? [finding(.ok, "no setting is out of date")] : findings
    }

    private func providers(_ context: DoctorContext) -> [DoctorFinding] {
        context.written.providers.members.compactMap { member in
            let url = member.value["baseUrl"]?.string.flatMap { try? PastedBaseURL($0) }
            let names = [member.key, url?.host].compactMap(\.self)
            let retired = names.lazy.compactMap { name in
                context.manifests.lazy.compactMap { $0.retirement(of: name) }.first
            }.first
            let path = ["models", "providers", member.key]
            guard let retired else { return renamed(member.key, path, context) }
            return finding(
                .error, "\(context.written.place(of: path)): \(retired.notice)",
                fixCommand: "openclaw config unset \(path.joined(separator: ".")) && \(retired.hint)")
        }
    }

    private func renamed(_ key: String, _ path: [String], _ context: DoctorContext) -> DoctorFinding? {
        guard let manifest = context.manifest(ProviderID(key)), manifest.id.rawValue != key.lowercased(),
            let value = context.written.value(path), ProviderAccount.isSpelling(value, of: manifest)
        else { return nil }
        let current = ["models", "providers", manifest.id.rawValue]
        let isFree = context.written.value(current) == nil
        return finding(
            isFree ? .warning : .note,
            "\(context.written.place(of: path)): models.providers.\(key) is an older name of \(manifest.id)",
            fix: isFree ? .settings([SettingChange(current, value), SettingChange(path, nil)]) : nil)
    }

    private func profiles(_ context: DoctorContext) -> [DoctorFinding] {
        (context.accounts?.order.profiles.all ?? []).compactMap { profile in
            let retired = context.manifests.lazy.compactMap { $0.retirement(of: profile.provider.rawValue) }.first
            return retired.map {
                finding(.warning, "stored profile \(profile.id): \($0.notice)", fixCommand: $0.hint)
            }
        }
    }

    private func refs(_ context: DoctorContext) -> [DoctorFinding] {
        ModelRefSettings(context.written).all.flatMap { setting in
            judge(setting, context)
        }
    }

    private func judge(_ setting: ModelRefSettings.Setting, _ context: DoctorContext) -> [DoctorFinding] {
        guard let ref = ModelRef(parsing: setting.ref) else { return [] }
        let place = "\(context.written.place(of: setting.path)): \(setting.ref)"
        if let retired = context.manifests.lazy.compactMap({ $0.retirement(of: ref.provider.rawValue) }).first {
            return [finding(.error, "\(place): \(retired.notice)", fixCommand: retired.hint)]
        }
        guard let manifest = context.manifest(ref.provider), isOwn(manifest, ref, context) else { return [] }
        var findings: [DoctorFinding] = []
        if manifest.id != ref.provider {
            let fix = setting.rewritten(in: context.written) { current($0, context) }
            findings.append(
                finding(
                    .warning, "\(place) is an older name of \(current(setting.ref, context))", fix: .settings(fix)))
        }
        if let model = manifest.model(ref.model), let next = model.replacedBy {
            let command = setting.isPrimary ? "openclaw models set \(manifest.id)/\(next)" : nil
            findings.append(
                finding(
                    .warning, "\(place) is being retired; \(manifest.id)/\(next) takes its place", fixCommand: command))
        }
        return findings
    }

    /// A ref under the current name of its provider.
    private func current(_ text: String, _ context: DoctorContext) -> String {
        guard let ref = ModelRef(parsing: text), let manifest = context.manifest(ref.provider),
            isOwn(manifest, ref, context)
        else { return text }
        return ModelRef(provider: manifest.id, model: ref.model, profile: ref.profile).description
    }

    /// A provider of the user's own under an old name keeps its refs.
    private func isOwn(_ manifest: ProviderManifest, _ ref: ModelRef, _ context: DoctorContext) -> Bool {
        (try? context.accounts?.account(ref.provider))?.manifest?.id == manifest.id
    }
}
