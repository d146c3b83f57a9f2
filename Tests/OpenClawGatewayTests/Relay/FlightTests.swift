import Inference
import OpenClawHost
import Synchronization
import Testing

@testable import OpenClawGateway

/// What is noted of requests while they are served, and what clients are told of it.
@Suite struct FlightTests {
    private final class Entries: AccessLog {
        private let kept = Mutex<[AccessEntry]>([])

        func record(_ entry: AccessEntry) { kept.withLock { $0.append(entry) } }

        var flights: [FlightRecord] {
            var lines = AccessLines(opening: Array("{\"log\":\"access\"".utf8), scrubber: SecretScrubber())
            for entry in kept.withLock({ $0 }) { lines.add(entry) }
            return lines.finished().reversed().flatMap(\.newestFirst).reversed()
        }
    }

    private static let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    private static func traced(_ value: String) -> String {
        GatewayScene.post(
            "/v1/chat/completions", #"{"model":"acme-small","messages":[{"role":"user","content":"hi"}]}"#,
            fields: "traceparent: \(value)\r\n")
    }

    @Test func notesWhatWasAskedAndAnswered() async throws {
        let entries = Entries()
        let scene = try await GatewayScene(accessLog: entries)
        let client = scene.client()
        client.send(Self.traced(Self.parent))
        let answer = client.answer()
        await scene.gateway.stop(within: .zero)
        let flight = try #require(entries.flights.first)
        #expect(answer.head.contains("x-openclaw-request-id: \(flight.requestID)\r\n"))
        #expect(flight.requested == "acme-small" && flight.model == "acme/acme-small" && flight.isStreamed == false)
        #expect(flight.attempts == 1 && flight.tries == nil && flight.outcome == "ok" && flight.status == 200)
        #expect((flight.bytesIn ?? 0) > 50 && flight.bytesOut == answer.body.utf8.count)
        #expect(flight.deadlines?.first == 15_000)
        #expect(abs(Double(flight.started) / 1000 - GatewayClock.unixTime) < 60)
        let span = try #require(flight.span)
        #expect(flight.traceparent == Self.parent)
        let expected = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-\(span)-01\r\n"
        #expect(scene.upstream.requests.first?.contains(expected) == true)
    }

    @Test(arguments: [("none", true), (parent, false)])
    func serviceHearsOfNoTrace(_ value: String, _ propagates: Bool) async throws {
        let entries = Entries()
        let scene = try await GatewayScene(accessLog: entries, propagatesTraces: propagates)
        let client = scene.client()
        client.send(Self.traced(value))
        _ = client.answer()
        await scene.gateway.stop(within: .zero)
        #expect(scene.upstream.requests.first?.contains("traceparent") == false)
        #expect(entries.flights.first?.traceparent == (propagates ? nil : Self.parent))
    }

    private static let chat = #""messages":[{"role":"user","content":"hi"}]"#

    @Test(arguments: [
        ("/v1/chat/completions", chat), ("/v1/messages", #""max_tokens":9,"# + chat),
        ("/v1/completions", #""prompt":"hi""#), ("/v1/responses", #""input":"hi""#),
        (Route.native[0].path, #""input":{\#(chat)}"#),
    ])
    func failureNamesWhoWasAskedInEveryDialect(_ path: String, _ members: String) async throws {
        let entries = Entries()
        let scene = try await GatewayScene(routes: Route.translated, accessLog: entries) { _, connection in
            connection.respond("no", status: "400 Bad")
        }
        let client = scene.client()
        client.send(GatewayScene.post(path, #"{"model":"acme-small",\#(members)}"#))
        let answer = client.answer()
        await scene.gateway.stop(within: .zero)
        let flight = try #require(entries.flights.first)
        #expect(answer.head.contains("x-openclaw-model: acme/acme-small\r\n"), "\(answer)")
        #expect(answer.head.contains("x-openclaw-endpoint: \(flight.endpoint ?? "-")\r\n"))
        #expect(answer.head.contains("x-openclaw-attempts: 1\r\n"))
        #expect(answer.head.contains("x-openclaw-request-id: \(flight.requestID)\r\n"))
        #expect(flight.code == "invalid_request" && flight.tries?.count == 1)
        #expect(flight.tries?.first?.status == 400)
        #expect(flight.tries?.first?.credential?.isEmpty == false)
    }

    @Test func notesEveryAttemptOfARequestThatAnotherModelAnswered() async throws {
        let entries = Entries()
        let scene = try await GatewayScene(fallbacks: ["acme/acme-large"], accessLog: entries) { request, connection in
            connection.respond(
                request.contains("acme-large") ? "say \"Hi\"\nend \"stop\"\n" : "no",
                status: request.contains("acme-large") ? "200 OK" : "404 Not Found")
        }
        let client = scene.client(timeout: 20)
        client.send(GatewayScene.chat(stream: true))
        _ = client.read(until: "\r\n0\r\n\r\n")
        await scene.gateway.stop(within: .zero)
        let flight = try #require(entries.flights.first)
        #expect(flight.tries?.map(\.model) == ["acme/acme-small", "acme/acme-large"])
        #expect(flight.tries?.map { $0.code == nil } == [false, true])
        #expect(flight.attempts == 2 && flight.outcome == "ok" && flight.isStreamed == true)
    }

    @Test func clientThatLeavesIsNotedWithWhatWasAsked() async throws {
        let entries = Entries()
        let scene = try await GatewayScene(accessLog: entries) { _, connection in
            connection.stream(["say \"He\"\n"], isComplete: false)
        }
        var client: RawClient? = scene.client()
        client?.send(GatewayScene.chat(stream: true))
        _ = client?.read(until: "He")
        client = nil
        await scene.gateway.stop(within: .seconds(5))
        let flight = try #require(entries.flights.first)
        #expect(flight.outcome == "left" && flight.model == "acme/acme-small")
    }
}
