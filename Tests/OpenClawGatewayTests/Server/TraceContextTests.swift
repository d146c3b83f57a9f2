import Testing

@testable import OpenClawGateway

@Suite struct TraceContextTests {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"

    @Test(arguments: ["00", "01", "cc"])
    func carriesTheTraceOnWithItsOwnSpan(_ version: String) throws {
        let text = "\(version)-\(Self.trace)-00f067aa0ba902b7-01"
        let context = try #require(TraceContext(text, span: "1111111111111111"))
        #expect(context.parent == text)
        #expect(context.upstream == "00-\(Self.trace)-1111111111111111-01")
    }

    @Test func whatALaterVersionAddsIsLeftOut() throws {
        let text = "01-\(Self.trace)-00f067aa0ba902b7-01-what-ever"
        #expect(try #require(TraceContext(text, span: "1111111111111111")).parent.utf8.count == 55)
    }

    @Test(arguments: [
        "", "00", "00-\(trace)-00f067aa0ba902b7", "ff-\(trace)-00f067aa0ba902b7-01",
        "00-\(trace)-00f067aa0ba902b7-01-more", "00-\(trace)-00f067aa0ba902b7-01x", "01-\(trace)-00f067aa0ba902b7-01x",
        "00-\(trace.uppercased())-00f067aa0ba902b7-01", "00-\(trace)-0000000000000000-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-\(trace)-00f067aa0ba902bg-01",
        "00_\(trace)-00f067aa0ba902b7-01", "00-\(trace)-00f067aa0ba902b7-0\u{E9}",
    ])
    func anythingElseIsIgnored(_ text: String) { #expect(TraceContext(text, span: "1111111111111111") == nil) }

    @Test func spansHaveSixteenDigits() {
        var ids = CallIDs(seed: 7)
        for _ in 0..<2000 {
            let span = ids.nextSpan()
            #expect(span.utf8.count == 16 && span.utf8.contains { $0 != UInt8(ascii: "0") })
        }
        #expect(ids.next().utf8.count == 15)
    }
}
