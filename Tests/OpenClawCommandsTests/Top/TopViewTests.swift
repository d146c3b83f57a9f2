import OpenClawHost
import Testing

@testable import OpenClawCommands

@Suite struct TopViewTests {
    private static func state(requests: Int) -> TopState {
        var state = TopState()
        state.time = 1_790_000_100
        state.report = GatewayReport(
            pid: 7, version: "1.2.3", program: "/p", host: "127.0.0.1", port: 1, isTLS: false, startedAt: 1_790_000_000,
            configHash: "x")
        var row = GatewayActivity.Row("acme/acme-\u{1B}[2Jsmall", endpoint: "eu")
        (row.requests, row.outputTokens, row.seconds) = (3, 12_345, 6)
        state.activity.models = [row]
        state.activity.latest = (0..<requests).map { number in
            var flight = FlightRecord(
                requestID: "r\(number)", method: "POST", path: "/v1/chat/completions", status: 200, milliseconds: 1500)
            flight.model = "acme/acme-small"
            return flight
        }
        state.requestRate = 12.34
        return state
    }

    @Test(arguments: [(40, 12), (80, 24), (200, 60), (1, 1), (20, 3)])
    func fitsEveryTerminal(_ width: Int, _ height: Int) {
        let view = TopView(Self.state(requests: 90), style: TextStyle(isEnabled: false), zone: .fixed(0))
        let lines = view.lines(width: width, height: height)
        #expect(lines.count <= max(1, height - 1))
        #expect(lines.allSatisfy { $0.count <= width })
    }

    @Test func tellsRatesMeansAndTheLatest() {
        let text = TopView(Self.state(requests: 2), style: TextStyle(isEnabled: false), zone: .fixed(0)).text
        #expect(text[0] == "Gateway  pid 7, version 1.2.3, up 1 min")
        #expect(text[1].hasPrefix("12.3 requests/s, - tokens/s"))
        #expect(text.contains { $0.contains("12.3k") && $0.hasSuffix("2.0 s") })
        #expect(text.last == "r1       ok     1.5 s  -    /v1/chat/completions  acme/acme-small")
        #expect(!text.contains { $0.contains("\u{1B}") })
    }
}
