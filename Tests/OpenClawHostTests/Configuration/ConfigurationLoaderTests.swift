import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite("ConfigurationLoader")
struct ConfigurationLoaderTests {
    let home: TemporaryDirectory

    init() throws { home = try TemporaryDirectory() }

    private func load(
        _ text: String? = nil, variables: [String: String] = [:], environment: [String: String] = [:]
    ) throws -> Configuration {
        if let text { try home.write(text, to: ".openclaw/openclaw.json") }
        let base = ["HOME": home.path].merging(environment) { $1 }
        let locations = try ConfigurationLocations(environment: base, workingDirectory: home.path)
        return try ConfigurationLoader(locations: locations).load { variables[$0] }
    }

    @Test func missingFileIsAnEmptyConfiguration() throws {
        let configuration = try load()
        #expect(configuration.json == [:])
        #expect(configuration.issues.isEmpty)
        #expect(!configuration.fileExists)
    }

    @Test func everyValueKnowsItsFileAndLine() throws {
        try home.write("{\n  mode: 'replace',\n}", to: ".openclaw/parts/models.json5")
        let configuration = try load("{\n  gateway: { port: 1 },\n  models: { $include: './parts/models.json5' },\n}")
        #expect(configuration.place(of: ["gateway", "port"]) == "~/.openclaw/openclaw.json:2")
        #expect(configuration.place(of: ["models", "mode"]) == "~/.openclaw/parts/models.json5:2")
        #expect(configuration.issues.isEmpty)
    }

    @Test func includesMergeInOrderAndSiblingsWin() throws {
        try home.write("{gateway: {port: 1, trustedProxies: ['a']}, meta: {x: 1}}", to: ".openclaw/a.json")
        try home.write("{gateway: {port: 2, trustedProxies: ['b']}, meta: {y: 2}}", to: ".openclaw/b.json")
        let configuration = try load("{$include: ['a.json', 'b.json'], meta: {y: 3}}")
        let expected: JSONValue = [
            "gateway": ["port": 2, "trustedProxies": ["a", "b"]], "meta": ["x": 1, "y": 3],
        ]
        #expect(configuration.json == expected)
    }

    @Test func refusesIncludesThatEscapeOrCircle() throws {
        try home.write("{}", to: "outside.json")
        try home.write("{$include: 'self.json'}", to: ".openclaw/self.json")
        try FileManager.default.createSymbolicLink(
            atPath: home.file(".openclaw/link.json"), withDestinationPath: home.file("outside.json"))
        let configuration = try load(
            "{models: {$include: '../outside.json'}, auth: {$include: 'link.json'}, env: {$include: 'self.json'}, "
                + "gateway: {$include: 'absent.json'}, meta: {$include: 7}}")
        let messages = configuration.errors.map(\.message)
        #expect(messages.count == 5)
        #expect(messages[0].contains("is outside of"))
        #expect(messages[1].contains("is outside of"))
        #expect(messages[2].contains("circular include") && messages[2].contains("self.json -> "))
        #expect(messages[3].contains("file not found"))
        #expect(messages[4] == "expected a file name or a list of file names")
        #expect(configuration.errors[4].path.description == "meta.$include")
        #expect(throws: InferenceError.self) { try configuration.requireValid() }
    }

    @Test func includesFromAnAllowedRoot() throws {
        try home.write("{mode: 'merge'}", to: "shared/models.json")
        let configuration = try load(
            "{models: {$include: '../shared/models.json'}}",
            environment: ["OPENCLAW_INCLUDE_ROOTS": home.file("shared")])
        #expect(configuration["models", "mode"]?.string == "merge")
    }

    @Test func replacesVariablesAndRemembersThem() throws {
        let configuration = try load(
            "{models: {providers: {x: {apiKey: '${A_KEY}', baseUrl: 'https://${HOST}/$${HOST}/${lower}'}}}}",
            variables: ["A_KEY": "secret", "HOST": "h"])
        let provider = configuration["models", "providers", "x"]
        #expect(provider?["apiKey"]?.string == "secret")
        #expect(provider?["apiKey"]?.origin.variables == ["A_KEY"])
        #expect(provider?["baseUrl"]?.string == "https://h/${HOST}/${lower}")
        #expect(
            configuration.place(of: ["models", "providers", "x", "apiKey"])?.hasSuffix(".json:1 (${A_KEY})") == true)
    }

    @Test(arguments: [[:], ["A_KEY": ""], ["A_KEY": "  "]])
    func variableWithoutValueIsNeverSentAsItsPlaceholder(variables: [String: String]) throws {
        let configuration = try load(
            "{\n models: {providers: {x: {\n  apiKey: '${A_KEY}', headers: {h: 'a ${A_KEY}'}}}}}", variables: variables)
        #expect(configuration["models", "providers", "x", "apiKey"]?.string == nil)
        #expect(configuration.json == ["models": ["providers": ["x": ["headers": [:]]]]])
        let warning = try #require(configuration.warnings.first)
        #expect(warning.path.description == "models.providers.x.apiKey")
        #expect(warning.message == "variable A_KEY is not set, so this has no value")
        #expect(warning.origin?.position.line == 3)
        #expect(configuration.errors.isEmpty)
    }

    @Test func syntaxErrorRunsTheLastGoodCopyAndNamesThePlace() throws {
        try home.write("{gateway: {port: 7}}", to: ".openclaw/openclaw.json.last-good")
        let configuration = try load("{\n  gateway: {port: 8\n")
        #expect(configuration["gateway", "port"]?.int == 7)
        let warning = try #require(configuration.warnings.first)
        #expect(warning.description.contains("/openclaw.json:2:20: syntax error, so the last good copy is used"))
    }

    @Test func syntaxErrorWithoutACopySaysWhere() throws {
        let error = try #require(#expect(throws: InferenceError.self) { try load("{\n  gateway: {port: 8 9}}\n") })
        #expect(error.message.contains("openclaw.json:2:21: expected ',' or '}' after the value"))
        #expect(error.message.hasSuffix("  gateway: {port: 8 9}}\n                    ^"))
    }

    @Test(arguments: [
        ("openclaw.json", [:], ".openclaw/openclaw.json"),
        ("state dir", ["OPENCLAW_STATE_DIR": "~/s"], "s/openclaw.json"),
        ("config path", ["OPENCLAW_CONFIG_PATH": "c.json5", "OPENCLAW_STATE_DIR": "s"], "c.json5"),
        ("home", ["OPENCLAW_HOME": "~/h"], "h/.openclaw/openclaw.json"),
        ("profile", ["OPENCLAW_PROFILE": "work"], ".openclaw-work/openclaw.json"),
        ("default profile", ["OPENCLAW_PROFILE": "default"], ".openclaw/openclaw.json"),
        ("state before profile", ["OPENCLAW_PROFILE": "work", "OPENCLAW_STATE_DIR": "s"], "s/openclaw.json"),
        ("blank is unset", ["OPENCLAW_STATE_DIR": " "], ".openclaw/openclaw.json"),
    ])
    func findsTheFile(name: String, environment: [String: String], expected: String) throws {
        let base = ["HOME": home.path].merging(environment) { $1 }
        let locations = try ConfigurationLocations(environment: base, workingDirectory: home.path)
        #expect(locations.configurationFile == home.file(expected))
    }

    @Test func findsTheLegacyHome() throws {
        try home.write("{}", to: ".clawdbot/clawdbot.json")
        let locations = try ConfigurationLocations(environment: ["HOME": home.path], workingDirectory: "/")
        #expect(locations.shortened(locations.configurationFile) == "~/.clawdbot/clawdbot.json")
        try home.write("{}", to: ".openclaw/openclaw.json")
        let current = try ConfigurationLocations(environment: ["HOME": home.path], workingDirectory: "/")
        #expect(current.shortened(current.configurationFile) == "~/.openclaw/openclaw.json")
    }

    @Test(arguments: ["../x", "a/b", "a b", ""])
    func refusesAProfileThatIsNoFileName(profile: String) {
        #expect(throws: InferenceError.self) {
            try ConfigurationLocations(environment: [:], profile: profile, workingDirectory: "/")
        }
    }

    /// A newer program's keys, at every depth and in every spelling of JSON5, stop nobody and are not rewritten.
    @Test func threeHundredFilesWithAnUnknownKeyWarnOnceEach() throws {
        var random = SeededGenerator(seed: 45)
        for _ in 0..<300 {
            let (text, path, line) = Self.fileWithUnknownKey(&random)
            let configuration = try load(text)
            #expect(configuration.errors.isEmpty, "\(text)")
            #expect(configuration.warnings.map(\.path.description) == [path], "\(text)")
            #expect(configuration.warnings.first?.origin?.position.line == line, "\(text)")
            #expect(try home.text(".openclaw/openclaw.json") == text)
            #expect(configuration["gateway", "port"]?.int == 18789)
        }
    }

    private static func fileWithUnknownKey(
        _ random: inout SeededGenerator
    ) -> (text: String, path: String, line: Int) {
        let places = [
            [], ["gateway"], ["gateway", "auth"], ["gateway", "auth", "rateLimit"], ["agents"], ["agents", "defaults"],
            ["agents", "defaults", "mediaModels"], ["models"], ["models", "providers", "x"], ["auth"],
            ["auth", "cooldowns"], ["env", "shellEnv"], ["agents", "defaults", "models", "a/b"],
        ]
        let place = random.pick(places)
        let key = random.pick(["futureThing", "x2", "neueOption", "zzz"])
        var text = random.pick(["", "// mine\n", "/* a\n b */\n"]) + "{\n"
        let isGateway = place.first == "gateway"
        if !isGateway { text += "  gateway: { port: 0x4965 }, // local\n" }
        for (depth, name) in place.enumerated() {
            text += random.chance(50) ? "\"\(name)\": {\n" : "'\(name)': { // \(depth)\n"
            if isGateway && depth == 0 { text += "port: +18789,\n" }
        }
        let line = text.filter { $0 == "\n" }.count + 1
        text += "\(key): " + random.pick(["1", "[{}, 'x',]", "{ a: { b: null } }", "\"on\""]) + ",\n"
        text += place.map { _ in "},\n" }.joined() + "}\n"
        return (text, (place + [key]).joined(separator: "."), line)
    }
}
