import Testing

@testable import OpenClawGateway

@Suite struct ByteRangeTests {
    @Test(arguments: [
        ("bytes=0-0", 0..<1), ("bytes=5-", 5..<10), ("bytes=5-99", 5..<10), ("bytes=-3", 7..<10), ("bytes=-99", 0..<10),
    ])
    func oneStretchIsGiven(_ field: String, _ range: Range<Int>) { #expect(ByteRange.of(field, in: 10) == range) }

    @Test(arguments: [
        nil, "", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "bytes=10-", "bytes=0-1,3-4", "lines=0-1", "bytes=--1",
        "bytes=1-2-3", "bytes=-0",
    ])
    func everythingElseMeansTheWhole(_ field: String?) { #expect(ByteRange.of(field, in: 10) == nil) }
}
