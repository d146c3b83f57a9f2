import Inference
import OpenClawCommands
import Testing

@Suite struct InferCommandTests {
    @Test(arguments: ["infer", "capability"])
    func listsWhatItCanDo(_ name: String) async throws {
        #expect(try await CommandRun.run([name, "list", "--json"]).json[0]?["id"]?.string == "model.run")
    }

    @Test func inspectsOneCapabilityOrSaysThatThereIsNone() async throws {
        let known = await CommandRun.run(["infer", "inspect", "--name", "model.run"])
        #expect(known.output.contains("openclaw infer model run --help"))
        let unknown = await CommandRun.run(["infer", "inspect", "--name", "dance"])
        #expect(unknown.diagnostics == "error: unknown capability: dance\nhint: openclaw infer list\n")
    }

    @Test func listsProvidersAndModelsOfAnyProvider() async throws {
        let providers = try await CommandRun.run(["infer", "model", "providers", "--json"]).json
        #expect(providers[0]?["provider"]?.string == "acme")
        #expect(providers[0]?["defaults"] == ["acme-small", "acme-large"])
        #expect(
            await CommandRun.run(["infer", "model", "list", "--plain"]).output == "acme/acme-small\nacme/acme-large\n")
    }

    @Test func inspectsAModelInAnySpelling() async throws {
        let card = try await CommandRun.run(["infer", "model", "inspect", "--model", "ACME-large", "--json"]).json
        #expect(card["key"]?.string == "acme/acme-large")
        #expect(card["input"] == ["text", "image"])
        #expect(await CommandRun.run(["infer", "model", "inspect", "--model", "acme/x"]).status == .model)
    }

    @Test(arguments: [["infer", "model", "auth", "status", "--json"], ["infer", "model", "auth", "--json"]])
    func showsStoredCredentials(_ arguments: [String]) async throws {
        let home = try TemporaryHome()
        let run = await CommandRun.run(arguments, home: home.path)
        #expect(run.status == .success)
        #expect(run.output == (await CommandRun.run(["models", "auth", "list", "--json"], home: home.path)).output)
    }
}
