import Inference
import QwenSimulator

/// One user's installation and one command line, thrown with dice: sensible ones, odd ones and broken ones.
struct RandomSetup: Sendable {
    /// The environment of the process.
    private(set) var environment: [String: String] = [:]
    /// Files by their paths below the home.
    private(set) var files: [String: String] = [:]
    /// The model and the options, the same for the request and for its explanation.
    private(set) var arguments: [String] = []
    /// Whether a request goes out before, which leaves rests and turns behind.
    private(set) var isWarmedUp = false
    /// Every key that stands somewhere.
    private(set) var keys: Set<String> = []

    private var dice: Dice
    private let banner: SimulatorBanner

    static let endpoints = [
        "standard-intl", "standard-cn", "standard-us", "coding-intl", "coding-cn", "token-plan-intl", "token-plan-cn",
    ]
    private static let variables = [
        "QWEN_API_KEY", "MODELSTUDIO_API_KEY", "DASHSCOPE_API_KEY", "QWEN_API_KEY_1", "QWEN_API_KEY_10",
        "QWEN_TOKEN_PLAN_API_KEY",
    ]
    private static let models = [
        "qwen3.5-plus", "qwen3.7-plus", "qwen3-max-2026-01-23", "qwen3-coder-plus", "glm-5", "kimi-k2.5",
        "MiniMax-M2.5", "QWEN3.5-PLUS", "qwen-vl-max-latest", "nobody-knows-me",
    ]
    private static let providers = ["qwen", "qwen", "modelstudio", "qwen-token-plan", "dashscope"]
    private static let profileIDs = ["qwen:default", "qwen:work", "qwen:coding-intl", "qwen-token-plan:default"]

    init(seed: UInt64, banner: SimulatorBanner) {
        dice = Dice(seed: seed)
        self.banner = banner
        throwVariables()
        if dice.chance(65) { throwProfiles() }
        if dice.chance(85) { throwConfiguration() }
        throwArguments()
        isWarmedUp = dice.chance(35)
    }

    /// A key that an endpoint takes, that another one does, or that nobody does.
    private mutating func key(for endpoint: String = "standard-intl") -> String {
        let owner = dice.chance(55) ? endpoint : dice.pick(Self.endpoints)
        let key =
            dice.chance(90)
            ? banner.endpoint(owner)?.key ?? ""
            : dice.pick(["sk-nobody-0123456789abcdef", "sk-sp-nobody-0123456789abcd", "st-nobody-0123456789ab"])
        keys.insert(key)
        return key
    }

    private mutating func reference() -> String {
        let model = dice.pick(Self.models)
        return dice.chance(25) ? model : dice.pick(Self.providers) + "/" + model
    }

    private mutating func throwVariables() {
        for name in dice.some(Self.variables, 14) { environment[name] = dice.chance(90) ? key() : "  " }
        if dice.chance(8) { environment["QWEN_API_KEYS"] = "\(key()), \(key());\(key())" }
        let stored = dice.some(Self.variables, 9).map { "\($0)=\(key())" }
        if !stored.isEmpty { files[".openclaw/.env"] = "# keys\n" + stored.joined(separator: "\n") + "\n" }
        if dice.chance(25) {
            files[".env"] = "QWEN_API_KEY=sk-of-the-project-0123456789\nQWEN_BASE_URL=https://evil.example/v1\n"
        }
        files["schema.json"] = #"{"type": "object", "properties": {"a": {"type": "string"}}}"#
        files["tools.json"] = #"[{"name": "look", "description": "looks", "parameters": {"type": "object"}}]"#
        files["secrets.json"] = #"{"keys": {"one": "\#(key())"}}"#
    }

    private mutating func throwProfiles() {
        let profiles = dice.some(Self.profileIDs, 35).map { id -> String in
            let endpoint = dice.pick(Self.endpoints)
            let provider = id.hasPrefix("qwen-token") ? "qwen-token-plan" : dice.pick(["qwen", "qwen", "modelstudio"])
            var members = ["\"provider\": \"\(provider)\""]
            if dice.chance(15) {
                members += ["\"type\": \"token\"", "\"token\": \"\(key(for: endpoint))\""]
                members.append("\"expires\": \(dice.chance(60) ? 1_900_000_000_000 : 1_700_000_000_000)")
            } else {
                members.append("\"type\": \"api_key\"")
                switch Int.random(in: 0..<10, using: &dice) {
                case 0: members.append(#""keyRef": {"source": "env", "id": "QWEN_API_KEY"}"#)
                case 1: members.append(#""keyRef": {"source": "file", "provider": "vault", "id": "/keys/one"}"#)
                case 2: break
                default: members.append("\"key\": \"\(key(for: endpoint))\"")
                }
            }
            if dice.chance(65) { members.append("\"metadata\": {\"endpoint\": \"\(endpoint)\"}") }
            return "\"\(id)\": {\(members.joined(separator: ", "))}"
        }
        guard !profiles.isEmpty else { return }
        let folder = ".openclaw/agents/main/agent/"
        files[folder + "auth-profiles.json"] = "{\"version\": 1, \"profiles\": {\(profiles.joined(separator: ", "))}}"
        guard dice.chance(12) else { return }
        let order = Self.profileIDs.shuffled(using: &dice).prefix(2).map { "\"\($0)\"" }.joined(separator: ", ")
        files[folder + "auth-state.json"] = "{\"version\": 1, \"order\": {\"qwen\": [\(order)]}}"
    }

    private mutating func throwArguments() {
        if dice.chance(45) {
            var name = dice.chance(16) ? dice.pick(["quick", "nobody/model", "qwen-portal/x", " "]) : reference()
            if dice.chance(12) { name += "@" + dice.pick(Self.profileIDs + ["nobody"]) }
            arguments += ["--model", name]
        }
        let options: [[String]] = [
            ["--max-tokens", String(dice.pick([1, 300, 9000, 70_000, 1_000_000]))],
            ["--temperature", dice.pick(["0", "0.7", "2"])], ["--top-p", dice.pick(["0", "0.5", "1"])],
            ["--seed", "7"],
            ["--thinking", dice.pick(["off", "minimal", "low", "medium", "high", "max", "adaptive"])],
            ["--schema", "schema.json"], ["--tools", "tools.json"], ["--system", "Be brief."],
            ["--file", "https://example.com/a.png"], ["--timeout-ms", "30000"],
        ]
        for option in dice.some(options, 15) { arguments += option }
        if dice.chance(10), !arguments.contains("off") {
            arguments += ["--thinking-budget", dice.pick(["1", "50", "900000"])]
        }
    }
}

extension RandomSetup {
    private mutating func throwConfiguration() {
        var sections: [String] = []
        if dice.chance(75) { sections.append("models: { providers: { \(providers()) } }") }
        if dice.chance(70) { sections.append("agents: { defaults: { \(defaults()) } }") }
        if dice.chance(60) { sections.append("auth: { \(auth()) }") }
        if dice.chance(30) { sections.append("secrets: { providers: { vault: { path: '~/secrets.json' } } }") }
        if dice.chance(10) { sections.append("env: { DASHSCOPE_API_KEY: '\(key())' }") }
        if dice.chance(5) { sections.append("somebodyElse: true") }
        files[".openclaw/openclaw.json"] = "{\n  " + sections.joined(separator: ",\n  ") + "\n}\n"
    }

    private mutating func providers() -> String {
        let names = dice.some(["qwen", "modelstudio", "qwen-token-plan", "mine"], 45)
        return names.map { name in
            var members: [String] = []
            if name == "mine" || dice.chance(45) { members.append("baseUrl: '\(baseURL(of: name))'") }
            switch Int.random(in: 0..<10, using: &dice) {
            case 0, 1: members.append("apiKey: '\(key())'")
            case 2: members.append("apiKey: '${QWEN_API_KEY}'")
            case 3: members.append("apiKey: '${NOT_SET_ANYWHERE}'")
            case 4: members.append("apiKey: { source: 'env', provider: 'default', id: 'DASHSCOPE_API_KEY' }")
            case 5: members.append("apiKey: { source: 'file', provider: 'vault', id: '/keys/one' }")
            case 6: members.append("apiKey: 'MODELSTUDIO_API_KEY'")
            default: break
            }
            if dice.chance(20) { members.append("auth: 'api-key'") }
            if dice.chance(15) { members.append("timeoutSeconds: 30") }
            if dice.chance(20) {
                members.append(
                    "models: [{ id: '\(dice.pick(Self.models))', name: 'Mine', reasoning: \(dice.chance(50)), "
                        + "contextWindow: 32000, maxTokens: 2000, cost: { input: 1, output: 2 } }]")
            }
            return "'\(name)': { \(members.joined(separator: ", ")) }"
        }.joined(separator: ", ")
    }

    private mutating func baseURL(of provider: String) -> String {
        if provider == "mine", dice.chance(60) {
            return banner.endpoint(dice.pick(Self.endpoints))?.compatibleURL ?? ""
        }
        let urls = [
            "https://dashscope.aliyuncs.com/compatible-mode/v1",
            "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
            "https://dashscope-us.aliyuncs.com/compatible-mode/v1/", "https://coding-intl.dashscope.aliyuncs.com/v1",
            "https://coding.dashscope.aliyuncs.com", "http://dashscope-intl.aliyuncs.com/api/v1",
            "https://token-plan.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1",
            "https://coding-intl.dashscope.aliyuncs.com/apps/anthropic",
        ]
        return dice.chance(93) ? dice.pick(urls) : dice.pick(["ftp://x", "https://portal.qwen.ai/v1", "no url"])
    }

    private mutating func defaults() -> String {
        var members: [String] = []
        let list = { (count: Int, setup: inout RandomSetup) in
            (0..<count).map { _ in "'\(setup.reference())'" }.joined(separator: ", ")
        }
        if dice.chance(15) {
            members.append("model: { primary: 'qwen-token-plan/glm-5', fallbacks: ['qwen/glm-5', \(list(1, &self))] }")
        } else if dice.chance(75) {
            members.append(
                dice.chance(30)
                    ? "model: '\(dice.chance(20) ? "quick" : reference())'"
                    : "model: { primary: '\(reference())', fallbacks: [\(list(Int.random(in: 0...3, using: &dice), &self))] }"
            )
        }
        if dice.chance(25) {
            members.append("imageModel: { primary: '\(reference())', fallbacks: [\(list(1, &self))] }")
        }
        if dice.chance(60) {
            let entries = dice.some(Self.models, 40).map { model -> String in
                var entry: [String] = []
                if model == "qwen3.5-plus" { entry.append("alias: 'quick'") }
                if dice.chance(40) { entry.append("fallbacks: [\(list(1, &self))]") }
                let params = dice.some(
                    [
                        "temperature: 0.2", "topP: 0.9", "maxTokens: 99999", "enable_thinking: true",
                        "thinking_budget: 77", "seed: 11", "stop: ['END']", "extraBody: { enable_search: true }",
                        "extra_body: { vl_high_resolution_images: true }", "apiKey: 'x'",
                    ], 25)
                entry.append("params: { \(params.joined(separator: ", ")) }")
                return "'\(dice.pick(Self.providers))/\(model)': { \(entry.joined(separator: ", ")) }"
            }
            members.append("models: { \(entries.joined(separator: ", ")) }")
        }
        return members.joined(separator: ", ")
    }

    private mutating func auth() -> String {
        var members: [String] = []
        if dice.chance(50) { members.append("spend: '\(dice.pick(["ask", "allow", "never"]))'") }
        if dice.chance(25) {
            let order = Self.profileIDs.shuffled(using: &dice).prefix(3).map { "'\($0)'" }.joined(separator: ", ")
            members.append("order: { \(dice.pick(["qwen", "modelstudio"])): [\(order)] }")
        }
        if dice.chance(25) {
            let mode = dice.pick(["api_key", "api_key", "oauth"])
            members.append("profiles: { 'qwen:default': { provider: 'qwen', mode: '\(mode)' } }")
        }
        if dice.chance(20) { members.append("accounts: { 'qwen:work': 'work', QWEN_API_KEY_1: 'home' }") }
        return members.joined(separator: ", ")
    }
}
