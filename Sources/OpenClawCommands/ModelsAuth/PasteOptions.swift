package import ArgumentParser
import Inference
import OpenClawHost

/// What a pasted credential is for and called.
package struct PasteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The provider.", valueName: "id"))
    package var provider: String

    @Option(help: ArgumentHelp("The name of the profile (default <provider>:manual).", valueName: "id"))
    package var profileId: String?

    @OptionGroup package var output: JSONOption

    package init() {}

    func store(kind: AuthProfile.Kind, lifetime: Duration?) throws {
        let job = try AuthJob(.current)
        let account = try job.account(provider)
        let secret = try PastedKey(read(job.context)).secret
        job.context.scrubber.learn(secret)
        let endpoint = try job.accounts.endpoint(for: account)
        let entry = try ProfileEntry(
            id: profileId ?? "\(account.id):manual", kind: kind, provider: account.id, secret: secret,
            endpoint: endpoint.isCustom ? nil : endpoint.endpoint.id, lifetime: lifetime, now: job.context.now())
        try job.store.update { $0[entry.profile.id] = entry.profile }
        try job.edit(entry.changes)
        let view = StoredProfileView(id: entry.profile.id, endpoint: endpoint.endpoint.label, path: job.store.path)
        try job.context.show(view, as: output.format)
    }

    private func read(_ context: CommandContext) throws(InferenceError) -> String {
        guard context.input.isTerminal else {
            return String(decoding: try context.input.readToEnd(limit: 64 << 10), as: UTF8.self)
        }
        return try TerminalPrompter(context: context).secret("Paste it")
    }
}
