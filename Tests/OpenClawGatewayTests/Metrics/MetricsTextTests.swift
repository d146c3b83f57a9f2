import Inference
import Testing

@testable import OpenClawGateway

@Suite struct MetricsTextTests {
    @Test func countsByPathModelAndStatus() {
        var first = LoopMetrics()
        var writing = AnswerWriting(id: "a", start: 1_000_000_000)
        (writing.path, writing.status, writing.firstByte) = ("/v1/chat/completions", 200, 1_040_000_000)
        writing.chat = .init(model: "acme/x\"y", endpoint: "eu", attempts: 2, usage: Usage(input: 3, output: 5))
        first.note(writing, isAbandoned: false, at: 1_200_000_000)
        var second = LoopMetrics()
        writing.status = 502
        writing.error = InferenceError(.truncated, "broke off")
        second.note(writing, isAbandoned: true, at: 3_000_000_000)
        first.merge(second)
        let text = String(decoding: MetricsText(first, gauges: GatewayGauges(connections: 7)).bytes, as: UTF8.self)
        let labels = #"path="/v1/chat/completions",model="acme/x\"y",endpoint="eu""#
        for line in [
            "openclaw_open_connections 7", #"openclaw_requests_total{\#(labels),status="200"} 1"#,
            #"openclaw_requests_total{\#(labels),status="502"} 1"#,
            #"openclaw_errors_total{code="truncated_stream"} 1"#,
            "openclaw_abandoned_requests_total 1", #"openclaw_tokens_total{\#(labels),direction="output"} 10"#,
            #"openclaw_request_seconds_bucket{\#(labels),le="0.25"} 1"#,
            #"openclaw_request_seconds_bucket{\#(labels),le="+Inf"} 2"#,
            #"openclaw_first_byte_seconds_count{\#(labels)} 2"#,
        ] { #expect(text.contains(line + "\n"), "\(line)") }
    }
}
