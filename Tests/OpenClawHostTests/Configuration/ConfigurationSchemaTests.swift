import Inference
import Testing

@testable import OpenClawHost

@Suite("ConfigurationSchema")
struct ConfigurationSchemaTests {
    private func issues(_ text: String) throws -> [String] {
        let document = try JSON5Document(text)
        let root = try #require(document.root)
        let value = ConfigurationValue(root, of: document, file: "f")
        return ConfigurationSchema.openclaw.validate(value).map { "\($0.severity) \($0)" }
    }

    @Test(arguments: [
        (
            "{gatway: {}}",
            "warning f:1:2: gatway: unknown key 'gatway'; it is kept and has no effect; did you mean 'gateway'?"
        ),
        (
            "{models: {providers: {x: {base_url: 'u'}}}}",
            "warning f:1:27: models.providers.x.base_url: unknown key 'base_url'; it is kept and has no effect; "
                + "did you mean 'baseUrl'?"
        ),
        ("{zzz: 1}", "warning f:1:2: zzz: unknown key 'zzz'; it is kept and has no effect"),
        ("{gateway: {port: '1'}}", "error f:1:18: gateway.port: expected a whole number from 1 to 65535, found '1'"),
        ("{gateway: {port: 0}}", "error f:1:18: gateway.port: expected a whole number from 1 to 65535, found 0"),
        (
            "{models: {mode: 'mrege'}}",
            "error f:1:17: models.mode: expected one of 'merge', 'replace', found 'mrege'; did you mean 'merge'?"
        ),
        (
            "{agents: {defaults: {model: 5}}}",
            "error f:1:29: agents.defaults.model: expected a text or an object, found 5"
        ),
        (
            "{agents: {defaults: {model: {fallbacks: 'x'}}}}",
            "error f:1:41: agents.defaults.model.fallbacks: expected a list, found 'x'"
        ),
        (
            "{models: {providers: {x: {apiKey: 12345}}}}",
            "error f:1:35: models.providers.x.apiKey: expected a text or an object, found a number"
        ),
        (
            "{models: {providers: {x: {models: [{name: 'n'}]}}}}",
            "error f:1:36: models.providers.x.models[0]: expected the key 'id'"
        ),
        (
            "{agents: {defaults: {mediaMaxMb: 0}}}",
            "error f:1:34: agents.defaults.mediaMaxMb: expected a number above 0, found 0"
        ),
        ("{env: {A: 1}}", "error f:1:11: env.A: expected a text, found 1"),
        ("[]", "error f:1:1: expected an object, found a list"),
    ])
    func saysWhatIsWrong(text: String, expected: String) throws {
        #expect(try issues(text) == [expected])
    }

    @Test(arguments: [
        "{}", "{$schema: 'x', channels: {telegram: {botToken: 'x'}}, agents: {defaults: {heartbeat: {every: '1h'}}}}",
        "{agents: {defaults: {model: 'a/b', imageModel: {primary: 'a/b', fallbacks: ['c/d']}, models: {'a/b': {}}}}}",
        "{models: {mode: 'merge', providers: {x: {baseUrl: 'https://h/v1', api: 'openai-completions', models: []}}}}",
        "{models: {providers: {x: {apiKey: {source: 'env', provider: 'default', id: 'X'}, headers: {a: 'b'}}}}}",
        "{env: {A: 'b', vars: {C: 'd'}, shellEnv: {enabled: true, timeoutMs: 0}}}",
        "{auth: {profiles: {'x:default': {provider: 'x', mode: 'api_key'}}, order: {x: ['x:default']}}}",
        "{gateway: {mode: 'local', port: 18789, bind: 'loopback', auth: {mode: 'token', token: 't'}}}",
        "{tools: {profile: 'coding', exec: {}}, plugins: {entries: {x: {enabled: true}}}, wizard: {lastRunAt: 'x'}}",
    ])
    func acceptsWhatOpenClawWrites(text: String) throws {
        #expect(try issues(text) == [])
    }

    @Test func everySchemaOfAKnownKeyExplainsItself() {
        var silent: [String] = []
        func visit(_ schema: ConfigurationSchema, _ path: String) {
            if schema.summary.isEmpty, !path.hasSuffix(".*") { silent.append(path) }
            switch schema.kind {
            case .object(let properties, let others):
                for property in properties { visit(property.schema, path + "." + property.name) }
                if let others { visit(others, path + ".*") }
            case .map(let value): visit(value, path + ".*")
            case .list(let element): visit(element, path + "[]")
            case .either(let schemas): for schema in schemas { visit(schema, path + "|") }
            default: break
            }
        }
        visit(.openclaw, "")
        #expect(silent.isEmpty)
    }

    @Test func jsonSchemaDescribesProperties() {
        let schema = ConfigurationSchema.openclaw.jsonSchema(title: "t")
        let port = schema["properties"]?["gateway"]?["properties"]?["port"]
        #expect(port?["type"] == "integer")
        #expect(port?["maximum"] == 65535)
        #expect(port?["description"] == "The TCP port; 18789 by default.")
        let key = schema["properties"]?["models"]?["properties"]?["providers"]?["additionalProperties"]?["properties"]?[
            "apiKey"]
        #expect(key?["writeOnly"] == true)
    }

    @Test func neverQuotesASecretInAMessage() throws {
        let key = "sk-" + String(repeating: "a1", count: 16)
        for text in ["{models: {mode: '\(key)'}}", "{models: {providers: {x: {apiKey: ['\(key)']}}}}"] {
            #expect(try issues(text).allSatisfy { !$0.contains(key) })
        }
    }
}
