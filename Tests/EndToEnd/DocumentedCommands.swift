import Foundation
import QwenSimulator
import Testing

/// Every command that a page tells people to type is understood by the built binary.
@Suite struct DocumentedCommands {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Pages of ready commands; `configuration.md` has a test of its own that compares results too.
    static let pages = [
        "README.md", "docs/quickstart.md", "docs/onboarding.md", "docs/doctor.md", "docs/failover.md", "docs/usage.md",
        "docs/caching.md", "docs/media.md", "docs/troubleshooting.md", "docs/gateway.md",
    ]

    @Test(arguments: pages) func everyCommandIsUnderstood(_ page: String) async throws {
        let commands = try Self.commands(of: page)
        #expect(!commands.isEmpty)
        try await ServiceRoom.with(taskSpeed: 500) { simulator, network in
            for command in commands {
                let openclaw = try OpenClaw(environment: network)
                let key = try #require(simulator.banner.endpoint(Self.endpoint(of: command))).key
                try Self.furnish(openclaw.home, key: key)
                let run = try await openclaw.run(
                    ["-c", command],
                    environment: [
                        "PATH": "\(OpenClaw.binary.deletingLastPathComponent().path):/usr/bin:/bin", "KEY": key,
                        "QWEN_API_KEY": key, "QWEN_TOKEN_PLAN_API_KEY": key,
                    ], executable: URL(filePath: "/bin/sh"))
                #expect(run.status != 2 && run.status != 127, "\(command)\n\(run.stderr)")
                #expect(!run.stdout.contains(key) && !run.stderr.contains(key), "\(command)")
            }
        }
    }

    /// The lines of shell blocks that run the program to an end.
    static func commands(of page: String) throws -> [String] {
        let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
        var isShell = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
            if line.hasPrefix("```") { isShell = !isShell && line != "```json" && line != "```swift" }
            let line = line.hasPrefix("$ ") ? line.dropFirst(2) : line
            let runs = (line + " ").hasPrefix("openclaw ") || line.contains("| openclaw ")
            let servers = ["openclaw simulate", "openclaw gateway run"]
            return isShell && runs && !servers.contains(where: line.hasPrefix) ? String(line) : nil
        }
    }

    private static func endpoint(of command: String) -> String {
        let region = command.contains("-cn") ? "cn" : "intl"
        if command.contains("token-plan") { return "token-plan-\(region)" }
        if command.contains("--auth-choice qwen-api-key") { return "coding-\(region)" }
        return "standard-\(region)"
    }

    /// A second without a sound.
    private static let silence =
        Data("RIFF".utf8) + Data([0xA4, 0x3E, 0, 0]) + Data("WAVEfmt ".utf8)
        + Data([16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0]) + Data("data".utf8)
        + Data([0x80, 0x3E, 0, 0]) + Data(count: 16_000)

    /// The files that the pages speak of.
    private static func furnish(_ home: URL, key: String) throws {
        let picture =
            "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAGUlEQVR42mP8z8BQz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC"
        try Data(key.utf8).write(to: home.appending(path: "key.txt"))
        try Data("a-token-0123456789abcdef".utf8).write(to: home.appending(path: "token.txt"))
        try (Data(base64Encoded: picture) ?? Data()).write(to: home.appending(path: "photo.jpg"))
        try (Data([0, 0, 0, 16]) + Data("ftypisom".utf8) + Data(count: 8)).write(to: home.appending(path: "clip.mp4"))
        try Data("It was a dark night.".utf8).write(to: home.appending(path: "chapter.txt"))
        try Data("a red bike\na blue car\n".utf8).write(to: home.appending(path: "lines.txt"))
        try Data("%PDF-1.7".utf8).write(to: home.appending(path: "talk.pdf"))
        for name in ["talk.mp3", "talk.wav", "meeting.wav"] { try silence.write(to: home.appending(path: name)) }
        try Data(#"{"type": "object", "properties": {"colours": {"type": "array"}}}"#.utf8)
            .write(to: home.appending(path: "colours.json"))
        let store = home.appending(path: ".openclaw/agents/main/agent/auth-profiles.json")
        try FileManager.default.createDirectory(
            at: store.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let profiles = ["qwen:default", "qwen:coding-intl", "qwen:manual"]
            .map { #""\#($0)": {"type": "api_key", "provider": "qwen", "key": "\#(key)"}"# }
        let text = #"{"version": 1, "profiles": {\#(profiles.joined(separator: ", "))}}"#
        try Data(text.utf8).write(to: store)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: store.path)
    }
}
