import Inference
import OpenClawCommands
import Testing

@Suite struct ModelsListTests {
    static let flat = """
        { models: { providers: { acme: { baseUrl: "https://flat.acme.example/v1", models: [] } } } }
        """

    @Test func worksBeforeOnboardingWithTheCatalogueAndNoKey() async throws {
        let run = await CommandRun.run(["models", "list"])
        #expect(run.status == .success)
        #expect(
            run.output == """
                Model                                      Input      Ctx      Local Auth  Tags
                acme/acme-small                            text       8k       no    no
                acme/acme-large                            text+image 64k      no    no

                """)
        #expect(run.diagnostics == "")
        #expect(run.requests.isEmpty)
    }

    @Test func showsAKeyOfTheEnvironmentAsAvailable() async throws {
        let run = await CommandRun.run(["models", "list", "--json"], environment: ["ACME_TOKEN": "ak-12345678"])
        let json = try run.json
        let row = try #require(json["models"]?[0])
        #expect(json["count"]?.int == 2)
        #expect(row["key"]?.string == "acme/acme-small")
        #expect(row["available"]?.bool == true)
        #expect(row["contextWindow"]?.int == 8192)
        #expect(
            row.object?.keys == ["key", "name", "input", "contextWindow", "local", "available", "tags", "missing"])
    }

    @Test(arguments: ["acme", "ACME", "acme-cloud"])
    func findsAProviderByIdAndAlias(_ id: String) async throws {
        let run = await CommandRun.run(["models", "list", "--provider", id, "--plain"])
        #expect(run.output == "acme/acme-small\nacme/acme-large\n")
    }

    @Test func namesWhatAnUnknownProviderCouldHaveBeen() async throws {
        let run = await CommandRun.run(["models", "list", "--provider", "nobody", "--json"])
        #expect(run.status == .usage)
        #expect(try run.json["error"]?["message"]?.string?.contains("expected one of acme") == true)
    }

    @Test func tellsTheWayForwardForARetiredProvider() async throws {
        let run = await CommandRun.run(["models", "list", "--provider", "acme-oauth"])
        #expect(
            run.diagnostics
                == "error: logins with Acme accounts ended\nhint: openclaw onboard --auth-choice acme-api-key\n")
    }

    @Test func leavesOutWhatThePlanDoesNotServeAndSaysSo() async throws {
        let home = try TemporaryHome(configuration: Self.flat)
        let run = await CommandRun.run(["models", "list", "--provider", "acme", "--plain"], home: home.path)
        #expect(run.output == "acme/acme-small\n")
        #expect(run.diagnostics == "note: 1 model is not listed: the flat plan has small models only; --all shows it\n")
    }

    @Test func showsEverythingWithTheReasonOnRequest() async throws {
        let home = try TemporaryHome(configuration: Self.flat)
        let run = await CommandRun.run(["models", "list", "--all", "--json"], home: home.path)
        #expect(try run.json["models"]?[1]?["unavailable"]?.string == "the flat plan has small models only")
        #expect(run.diagnostics == "")
    }

    @Test func neverHidesWhatTheUserConfigured() async throws {
        let home = try TemporaryHome(
            configuration: """
                {
                  models: { providers: { acme: {
                    baseUrl: "https://flat.acme.example/v1", models: [{ id: "acme-large", name: "Large" }] } } },
                  agents: { defaults: { model: "acme/ACME-SMALL", models: { "nobody/x": { alias: "Odd" } } } },
                }
                """)
        let one = await CommandRun.run(["models", "list", "--provider", "acme", "--plain"], home: home.path)
        #expect(one.output == "acme/acme-small\nacme/acme-large\n")
        let all = try await CommandRun.run(["models", "list", "--json"], home: home.path).json
        #expect(all["models"]?[0]?["tags"] == ["default"])
        #expect(all["models"]?[1]?["key"]?.string == "nobody/x")
        #expect(all["models"]?[1]?["tags"] == ["configured", "alias:Odd", "missing"])
        #expect(all["models"]?[1]?["available"]?.isNull == true)
    }

    @Test func printsValidEmptyJSON() async throws {
        let run = await CommandRun.run(["models", "list", "--local", "--json"])
        #expect(try run.json == ["count": 0, "models": []])
        #expect(await CommandRun.run(["models", "list", "--local"]).output == "No models found.\n")
        #expect(await CommandRun.run(["models", "list", "--local", "--plain"]).output == "")
    }

    @Test func refusesTwoShapesAtOnce() async throws {
        let run = await CommandRun.run(["models", "list", "--json", "--plain"])
        #expect(run.status == .usage)
        #expect(try run.json["error"]?["code"]?.string == "usage")
    }

    @Test func listsACustomServerOnThisMachine() async throws {
        let home = try TemporaryHome(
            configuration: """
                { models: { providers: { here: {
                  baseUrl: "http://127.0.0.1:8080/v1", models: [{ id: "m", name: "m", contextWindow: 500 }] } } } }
                """)
        let run = await CommandRun.run(["models", "list", "--local"], home: home.path)
        #expect(run.output.contains("here/m                                     text       500      yes   yes"))
        #expect(!run.output.contains("acme"))
    }
}
