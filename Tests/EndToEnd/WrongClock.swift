import Foundation
import QwenSimulator
import Testing

/// `openclaw doctor` compares the clock with the one that the service shows.
@Suite struct WrongClock {
    @Test(arguments: [(0, "ok", "agrees"), (1290, "error", "21 minutes behind"), (-7205, "error", "120 minutes ahead")])
    func isFoundByItsDifference(_ seconds: Int, _ severity: String, _ words: String) async throws {
        try await ServiceRoom.with(clockSkew: .seconds(seconds)) { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            let openclaw = try OpenClaw(environment: network)
            try await openclaw("onboard", "--auth-choice", "qwen-standard-api-key", "--key-stdin", stdin: key)
            let run = try await openclaw("doctor", "--json")
            let json = try #require(try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
            let findings = try #require(json["findings"] as? [[String: Any]])
            let clock = try #require(findings.first { $0["check"] as? String == "clock" }, "\(run.stdout)")
            #expect(clock["severity"] as? String == severity)
            #expect((clock["message"] as? String)?.contains(words) == true, "\(clock)")
            #expect(run.status == (severity == "ok" ? 0 : 1))
        }
    }
}
