import Foundation
import Testing

@testable import OpenClawCommands

/// Every command of docs/configuration.md works, in the order in which it stands there.
@Suite("docs/configuration.md")
struct ConfigurationGuideTests {
    @Test func commandsWork() async throws {
        let home = FileManager.default.temporaryDirectory.appendingPathComponent("openclaw-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: home) }
        let commands = try Self.commands()
        #expect(commands.count > 10)
        for command in commands {
            let result = await CommandRun.run(Self.words(command), environment: ["ACME_API_KEY": "k"], home: home)
            #expect(result.status == .success, "\(command)\n\(result.diagnostics)")
        }
    }

    private static func commands() throws -> [String] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        let text = try String(contentsOf: root.appendingPathComponent("docs/configuration.md"), encoding: .utf8)
        let prefix = "openclaw "
        return text.split(separator: "\n").filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }

    /// Splits a command line as a shell does, as far as the guide needs it.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line {
            switch character {
            case "'":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let finished = word { words.append(finished) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
