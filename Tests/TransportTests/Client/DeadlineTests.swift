import Inference
import Testing

@testable import Transport

@Suite struct DeadlineTests {
    private let client = HTTPClient()
    private static let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test func namesTheConnectionDeadline() async throws {
        let server = try await LoopbackServer { _, _ in }
        let error = try await failure { () throws(InferenceError) in
            // The handshake is never answered.
            try await client.send(
                to: "https://127.0.0.1:\(server.port)", deadlines: Deadlines(connect: .milliseconds(50)))
        }
        #expect(error.code == .deadlineExceeded)
        #expect(error.message == "no connection to 127.0.0.1:\(server.port) within 50 ms (timeouts.connect)")
    }

    @Test func namesTheFirstByteDeadline() async throws {
        let server = try await LoopbackServer { _, _ in }
        let error = try await failure { () throws(InferenceError) in
            try await client.send(to: server.base, deadlines: Deadlines(firstByte: .milliseconds(50)))
        }
        #expect(error.code == .deadlineExceeded)
        #expect(error.message == "no response within 50 ms (timeouts.firstByte)")
        await server.firstConnection().waitUntilClosed()
    }

    @Test(arguments: [true, false])
    func namesTheTotalDeadline(hasHead: Bool) async throws {
        let server = try await LoopbackServer { request, connection in
            if request.requestLine.contains("/first") { connection.respond() }
            if request.requestLine.contains("/second") && hasHead { connection.send(Self.head) }
        }
        // The second request finds a connection, so that its deadline cannot pass before there is one.
        _ = try await client.send(to: server.base, path: "/first").text()
        let error = try await failure { () throws(InferenceError) in
            try await client.send(
                to: server.base, path: "/second", deadlines: Deadlines(firstByte: .seconds(9), total: .milliseconds(80))
            ).text()
        }
        #expect(error.code == .deadlineExceeded)
        #expect(error.message == "not finished within 80 ms (timeouts.total)")
        await server.firstConnection().waitUntilClosed()
    }

    @Test func aTotalDeadlineCoversTheConnection() async throws {
        let server = try await LoopbackServer { _, _ in }
        let error = try await failure { () throws(InferenceError) in
            try await client.send(
                to: "https://127.0.0.1:\(server.port)", deadlines: Deadlines(total: .milliseconds(50)))
        }
        #expect(error.message == "not finished within 50 ms (timeouts.total)")
    }

    @Test func aSilentBodyCanBeWaitedForAgain() async throws {
        let server = try await LoopbackServer { _, connection in connection.send(Self.head) }
        let body = try await client.send(to: server.base, deadlines: Deadlines(idle: .milliseconds(40))).body
        for _ in 0..<2 {
            let error = try await failure { () throws(InferenceError) in
                try await body.next(before: .now + .milliseconds(40))
            }
            #expect(error.code == .deadlineExceeded)
            #expect(error.message == "no data within 40 ms (timeouts.idle)")
        }
        server.connections[0].send("2\r\nok\r\n0\r\n\r\n")
        #expect(try await body.next(before: .now + .seconds(20)) == Array("ok".utf8))
        #expect(try await body.next(before: .now + .seconds(20)) == nil)
    }

    @Test(arguments: [
        (Duration.seconds(300), "300 s"), (.milliseconds(250), "250 ms"), (.seconds(1.5), "1500 ms"), (.zero, "0 s"),
    ])
    func writesDurationsAsSettings(duration: Duration, text: String) {
        #expect(duration.settingText == text)
    }
}
