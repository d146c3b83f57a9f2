import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct RequestLogTests {
    private func call(_ body: String) -> HTTPCall {
        let head = HTTPRequestHead(
            version: .http1_1, method: .POST, uri: "/coding-cn/v1/chat/completions",
            headers: ["Authorization": "Bearer secret", "X-Api-Key": "secret"])
        return HTTPCall(head: head, body: Array(body.utf8))
    }

    @Test func showsFingerprintsInsteadOfKeys() throws {
        let service = try ServiceHarness().service
        _ = service.log.begin(call("{}"), resolver: service)
        let request = try #require(service.log.requests.first)
        let fingerprint = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"
        #expect(request.headers.map(\.value) == ["Bearer sha256:\(fingerprint)", "sha256:\(fingerprint)"])
        #expect(request.keyFingerprint == fingerprint && request.keyOwner == nil && request.endpoint == "coding-cn")
    }

    @Test func forgetsTheOldestBodiesWhenTheyAreLarge() throws {
        let service = try ServiceHarness().service
        let large = String(repeating: "x", count: 30 << 20)
        for _ in 0..<4 { _ = service.log.begin(call(large), resolver: service) }
        #expect(service.log.requests.map(\.id) == [3, 4])
    }

    @Test func doesNotBlameClientsThatReadEverything() throws {
        let service = try ServiceHarness().service
        let read = service.log.begin(call("{}"), resolver: service)
        let left = service.log.begin(call("{}"), resolver: service)
        service.log.finished(read)
        for entry in [read, left] { service.log.clientClosed(entry, after: .milliseconds(12)) }
        #expect(service.log.requests.map(\.closedByClientAfterMilliseconds) == [nil, 12])
    }
}
