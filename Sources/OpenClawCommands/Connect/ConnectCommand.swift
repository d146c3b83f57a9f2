package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw connect`: points a client at the gateway, with a key of its own.
package struct ConnectCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "connect",
        abstract: "Point a client at the gateway, with a key of its own.",
        discussion: """
            Without --write the settings are printed. With it they are merged into the client's own file: comments, order \
            and everything else stay, and --undo puts the old bytes back. Running it again changes nothing, or replaces the \
            key with --rotate. Without a client all of them are listed.

            Examples:
              openclaw connect
              openclaw connect claude-code
              openclaw connect codex --write
              openclaw connect codex --undo
            """)

    @Argument(help: "The client.")
    package var client: String?

    @Flag(help: "Merge the settings into the client's file.")
    package var write = false

    @Flag(help: "Put back what --write has changed, and revoke the key.")
    package var undo = false

    @Flag(help: "Make a new key in place of the present one.")
    package var rotate = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func validate() throws {
        if undo && (write || rotate) { throw ValidationError("choose either --undo or --write") }
        if client == nil, write || undo || rotate { throw ValidationError("name a client") }
    }

    package func run() async throws {
        let context = CommandContext.current
        guard let client else {
            return try context.show(
                ClientListView(recipes: ClientRecipe.all(context.gateway.clients)), as: output.format)
        }
        let recipe = try ClientRecipe.named(client, in: context.gateway.clients)
        let installation = try context.installation()
        let job = ConnectJob(context: context, installation: installation, recipe: recipe, rotates: rotate)
        if undo { return try takeBack(job) }
        let key = try job.key(mayReplace: write)
        let values = try job.values(key.secret)
        let changes = try job.changes(values)
        let written = write ? try job.write(changes) : nil
        let view = ConnectView(job: job, key: key, values: values, changes: changes, written: written)
        try context.show(view, as: output.format)
        guard GatewayLock.holding(GatewayFiles(installation.locations)) == nil, !output.json else { return }
        context.note("the gateway does not run; start it with: openclaw gateway start")
    }

    private func takeBack(_ job: ConnectJob) throws {
        let paths = try ConnectJournal(job.installation.locations, client: job.recipe.id).undo()
        let revoked = try job.context.keys(of: job.installation).revoke(job.name, at: job.context.now())
        if output.json {
            return try job.context.show(json: ["restored": .strings(paths), "revokedKeys": .int(revoked.count)])
        }
        let shorten = job.installation.locations.shortened
        for path in paths { try job.context.print("restored \(shorten(path))") }
        if !revoked.isEmpty { try job.context.print("revoked the key '\(job.name)'") }
        if paths.isEmpty, revoked.isEmpty { try job.context.print("nothing was connected") }
    }
}
