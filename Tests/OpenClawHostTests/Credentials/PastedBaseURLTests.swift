import Inference
import Testing

@testable import OpenClawHost

@Suite struct PastedBaseURLTests {
    static let standard = "https://api.acme.test/open-mode/v1"
    static let coding = "https://coding.acme.test/v1"

    /// Sixty ways to paste a base URL, and where requests go.
    static let forms: [(pasted: String, used: String)] = [
        (standard, standard),
        (standard + "/", standard),
        (standard + "//", standard),
        ("  \(standard)\n", standard),
        ("\"\(standard)\"", standard),
        ("'\(standard)'", standard),
        ("`\(standard)`", standard),
        ("<\(standard)>", standard),
        ("\(standard);", standard),
        ("\"\(standard)\",", standard),
        ("export BASE_URL=\(standard)", standard),
        ("OPENAI_BASE_URL=\"\(standard)\"", standard),
        ("POST \(standard)/chat/completions", standard),
        ("HTTPS://API.ACME.TEST/open-mode/v1", standard),
        ("https://api.acme.test:443/open-mode/v1", standard),
        ("https://api.acme.test./open-mode/v1", standard),
        ("http://api.acme.test/open-mode/v1", standard),
        ("http://api.acme.test:80/open-mode/v1", standard),
        ("//api.acme.test/open-mode/v1", standard),
        ("api.acme.test/open-mode/v1", standard),
        ("api.acme.test", standard),
        ("https://api.acme.test", standard),
        ("https://api.acme.test/", standard),
        ("https://api.acme.test/v1", standard),
        ("https://api.acme.test/open-mode", standard),
        ("https://api.acme.test/open-mode/", standard),
        ("https://api.acme.test//open-mode//v1", standard),
        ("https://api.acme.test/Open-Mode/V1", standard),
        ("https://api.acme.test/open-mode/v1/v1", standard),
        ("\(standard)/chat/completions", standard),
        ("\(standard)/chat/completions/", standard),
        ("\(standard)/chat/completions/chat/completions", standard),
        ("\(standard)/chat", standard),
        ("\(standard)/completions", standard),
        ("\(standard)/embeddings", standard),
        ("\(standard)/models", standard),
        ("\(standard)/responses", standard),
        ("\(standard)?api-version=1", standard),
        ("\(standard)#top", standard),
        ("https://api.acme.test/open-mode/chat/completions", standard),
        ("https://api.acme.test/v1/chat/completions", standard),
        ("https://api.acme.test/api/v1", standard),
        ("https://api.acme.test/api", standard),
        ("https://api.acme.test/api/v1/services/aigc/text-generation/generation", standard),
        ("https://api.acme.test/api/v1/tasks/4711", standard),
        ("https://api.acme.test/apps/anthropic", standard),
        ("https://api.acme.test/apps/anthropic/v1", standard),
        ("https://api.acme.test/apps/anthropic/v1/messages", standard),
        ("https://api.acme.test/api/v2/apps/protocols/open-mode/v1", standard),
        (coding, coding),
        ("https://coding.acme.test", coding),
        ("https://coding.acme.test/open-mode/v1", coding),
        ("https://coding.acme.test/open-mode/v1/chat/completions", coding),
        ("https://coding.acme.test/apps/anthropic", coding),
        ("https://coding.acme.test/apps/anthropic/v1/messages", coding),
        ("https://ws-1.spaces.acme.test", "https://ws-1.spaces.acme.test/open-mode/v1"),
        ("https://ws-1.spaces.acme.test/api/v1", "https://ws-1.spaces.acme.test/open-mode/v1"),
        ("https://proxy.test/llm/v1/chat/completions", "https://proxy.test/llm/v1"),
        ("https://proxy.test/api/v1/", "https://proxy.test/api/v1"),
        ("https://proxy.test", "https://proxy.test/v1"),
        ("https://proxy.test:8443/apps/anthropic", "https://proxy.test:8443/open-mode/v1"),
        ("localhost:4010/v1", "http://localhost:4010/v1"),
        ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1"),
        ("http://[::1]:8080/v1/", "http://[::1]:8080/v1"),
    ]

    @Test(arguments: forms) func findsTheBaseInWhatPeoplePaste(_ form: (pasted: String, used: String)) throws {
        let selected = try selection.endpoint(forBaseURL: form.pasted, origin: "test")
        #expect(selected.endpoint.baseURL == form.used)
    }

    @Test(arguments: [
        ("ftp://api.acme.test/v1", "https://"),
        ("https://user:ak-canary-0123456789@api.acme.test/v1", "user name or password"),
        ("https://{workspace}.spaces.acme.test/open-mode/v1", "placeholder"),
        ("https://", "no host"),
        ("", "no host"),
        ("acme", "full host name"),
        ("https://api.acme.test:99999/v1", "port"),
        ("https://api.äcme.test/v1", "characters"),
        ("http://192.168.1.5:8000/v1", "in the clear"),
        ("http://example.test/v1?key=ak-canary-0123456789", "in the clear"),
        ("https://portal.acme.test/v1", "removed"),
    ])
    func refusesWithAReason(_ pasted: String, _ reason: String) {
        let error = #expect(throws: InferenceError.self) {
            try selection.endpoint(forBaseURL: pasted, origin: "test")
        }
        #expect(error?.code == .invalidConfiguration)
        #expect(error?.message.contains(reason) == true)
        #expect(error.map { "\($0)" + ($0.hint ?? "") }?.contains("canary") == false)
    }

    @Test func keepsAnUnknownPathOfAKnownHostAndSaysWhatIsUsual() throws {
        let selected = try selection.endpoint(forBaseURL: "https://api.acme.test/beta/v7", origin: "test")
        #expect(selected.endpoint.baseURL == "https://api.acme.test/beta/v7")
        #expect(selected.notes.contains { $0.contains("expected https://api.acme.test/open-mode/v1") })
    }

    @Test func knownHostsKeepTheCapabilitiesOfTheirEndpoint() throws {
        let selected = try selection.endpoint(forBaseURL: "https://ws-1.spaces.acme.test/", origin: "test")
        #expect(selected.endpoint.id == "standard-world")
        #expect(selected.endpoint.streamingUsage && !selected.isCustom)
        #expect(selected.endpoint.nativeURL == "https://ws-1.spaces.acme.test/api/v1")
        #expect(
            try selection.endpoint(forBaseURL: "https://plan.spaces.acme.test", origin: "").endpoint.id == "team-world")
    }

    @Test func unknownHostsChatWithoutStreamingUsageUnlessTold() throws {
        let plain = try selection.endpoint(forBaseURL: "https://proxy.test/v1", origin: "test")
        #expect(plain.isCustom && plain.endpoint.capabilities == [.chat] && !plain.endpoint.streamingUsage)
        let told = try selection.endpoint(forBaseURL: "https://proxy.test/v1", origin: "test", streamingUsage: true)
        #expect(told.endpoint.streamingUsage)
    }

    private var selection: EndpointSelection {
        EndpointSelection(manifests: Acme.all, settings: SettingsView(root: .object(JSONObject())))
    }
}
