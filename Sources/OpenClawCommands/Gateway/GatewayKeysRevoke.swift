package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway keys revoke`: the key fails from the next request on.
package struct GatewayKeysRevoke: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take a key away; it is refused from the next request on.",
        discussion: """
            Examples:
              openclaw gateway keys revoke laptop
            """)

    @Argument(help: "The name of the key, or its id.")
    package var name: String

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let revoked = try context.keys(of: try context.installation()).revoke(name, at: context.now())
        guard !revoked.isEmpty else {
            throw InferenceError(
                "key_not_found", "there is no active key '\(name)'", hint: "openclaw gateway keys list")
        }
        if output.json { return try context.show(json: ["revoked": .strings(revoked.map(\.id))]) }
        try context.print("revoked \(name)")
    }
}
