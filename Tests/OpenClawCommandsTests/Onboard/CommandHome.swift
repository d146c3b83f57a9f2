import Foundation
import Inference
import InferenceTesting
import OpenClawCommands

/// A home directory for one test, with the scripted provider; removed when the test ends.
final class CommandHome: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("openclaw-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func run(
        _ arguments: String..., input: String = "", isTerminal: Bool = false, environment: [String: String] = [:]
    ) async -> CommandRun {
        await CommandRun.run(arguments, environment: environment, home: path) { context in
            context.input = ScriptedInput(input, isTerminal: isTerminal)
            context.loadProviders = { [ScriptedProvider()] }
        }
    }

    func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    func json(_ name: String) throws -> JSONValue { try JSONValue(parsing: text(name) ?? "null") }

    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }

    static let configuration = ".openclaw/openclaw.json"
    static let credentials = ".openclaw/agents/main/agent/auth-profiles.json"
}
