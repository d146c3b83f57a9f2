import Inference
import OpenClawCommands
import Testing

@Suite struct ModelSettingsCommandTests {
    static let configuration = """
        {
          // my favourite
          agents: { defaults: { model: { primary: "acme/acme-small", fallbacks: ["acme/acme-large"] } } },
        }

        """

    @Test func setsTheDefaultInPlaceAndKeepsCommentsAndFallbacks() async throws {
        let home = try TemporaryHome(configuration: Self.configuration)
        let run = await CommandRun.run(["models", "set", "acme-cloud/ACME-LARGE"], home: home.path)
        #expect(run.output == "Updated ~/.openclaw/openclaw.json\nDefault model: acme/acme-large\n")
        let written = try home.configuration
        #expect(written.contains("// my favourite"))
        #expect(written.contains(#"primary: "acme/acme-large", fallbacks: ["acme/acme-large"]"#))
        #expect(written.contains(#""acme/acme-large": {}"#))
    }

    @Test func setsAModelWithoutAnyConfiguration() async throws {
        let home = try TemporaryHome()
        let run = await CommandRun.run(["models", "set-image", "acme-large"], home: home.path)
        #expect(run.output.hasSuffix("Image model: acme/acme-large\n"))
        let status = try await CommandRun.run(["models", "status", "--json"], home: home.path).json
        #expect(status["imageModel"]?.string == "acme/acme-large")
    }

    @Test func refusesAnUnknownProviderAndWarnsOfAnUnknownModel() async throws {
        let home = try TemporaryHome(configuration: Self.configuration)
        #expect(await CommandRun.run(["models", "set", "nobody/x"], home: home.path).status == .usage)
        #expect(try home.configuration == Self.configuration)
        let run = await CommandRun.run(["models", "set", "acme/acme-9"], home: home.path)
        #expect(run.status == .success)
        #expect(run.diagnostics.hasPrefix("warning: model \"acme/acme-9\" is in no catalogue"))
    }

    @Test func addsListsUsesAndRemovesAliases() async throws {
        let home = try TemporaryHome(configuration: Self.configuration)
        let run = { (arguments: [String]) in await CommandRun.run(["models"] + arguments, home: home.path) }
        #expect(await run(["aliases", "add", "Big", "acme/acme-large"]).status == .success)
        #expect(try await run(["aliases", "list", "--json"]).json == ["aliases": ["Big": "acme/acme-large"]])
        #expect(await run(["aliases", "list", "--plain"]).output == "Big acme/acme-large\n")
        let clash = await run(["aliases", "add", "big", "acme/acme-small"])
        #expect(clash.diagnostics.hasPrefix("error: alias big already points to acme/acme-large"))
        #expect(await run(["set", "BIG"]).output.hasSuffix("Default model: acme/acme-large\n"))
        #expect(await run(["aliases", "remove", "big"]).output.hasSuffix("Aliases (0):\n- none\n"))
        #expect(await run(["aliases", "remove", "big"]).status == .usage)
        #expect(await run(["aliases", "add", "no spaces", "acme/acme-small"]).status == .usage)
    }

    @Test(arguments: [("fallbacks", "Fallback"), ("image-fallbacks", "Image fallback")])
    func editsListsOfFallbacks(_ command: String, _ label: String) async throws {
        let home = try TemporaryHome()
        let run = { (arguments: [String]) in await CommandRun.run(["models", command] + arguments, home: home.path) }
        #expect(await run(["add", "acme-small"]).output.hasSuffix("\(label)s: acme/acme-small\n"))
        #expect(await run(["add", "acme/acme-small"]).output == "\(label)s: acme/acme-small\n")
        #expect(
            await run(["add", "acme/acme-large"]).output.hasSuffix("\(label)s: acme/acme-small, acme/acme-large\n"))
        #expect(await run(["list", "--plain"]).output == "acme/acme-small\nacme/acme-large\n")
        #expect(await run(["remove", "acme-cloud/acme-small"]).output.hasSuffix("\(label)s: acme/acme-large\n"))
        let missing = await run(["remove", "acme/acme-small"])
        #expect(missing.diagnostics.hasPrefix("error: \(label.lowercased()) not found: acme/acme-small"))
        #expect(await run(["clear"]).output.hasSuffix("\(label) list cleared.\n"))
        #expect(try await run(["list", "--json"]).json == ["fallbacks": []])
    }

    @Test func turnsAPlainModelIntoOneWithFallbacks() async throws {
        let home = try TemporaryHome(configuration: #"{ agents: { defaults: { model: "acme/acme-small" } } }"#)
        _ = await CommandRun.run(["models", "fallbacks", "add", "acme/acme-large"], home: home.path)
        let status = try await CommandRun.run(["models", "status", "--json"], home: home.path).json
        #expect(status["defaultModel"]?.string == "acme/acme-small")
        #expect(status["fallbacks"] == ["acme/acme-large"])
    }
}
