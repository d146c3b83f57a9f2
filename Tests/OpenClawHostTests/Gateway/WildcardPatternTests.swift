import Testing

@testable import OpenClawHost

@Suite struct WildcardPatternTests {
    @Test(arguments: [
        ("*", "", true), ("*", "anything", true), ("", "", true), ("", "a", false), ("a*c", "abc", true),
        ("a*c", "ac", true), ("a*c", "abcd", false), ("A?C", "abc", true), ("a?c", "ac", false),
        ("acme/*-large-*", "acme/x-large-1", true), ("acme/*-large-*", "other/x-large-1", false),
        ("*a*a*a*a*b", String(repeating: "a", count: 5_000), false), ("a**b", "ab", true), ("v1.5", "v1x5", false),
    ])
    func matches(_ pattern: String, _ text: String, _ expected: Bool) {
        #expect(WildcardPattern(pattern).matches(text) == expected)
    }
}
