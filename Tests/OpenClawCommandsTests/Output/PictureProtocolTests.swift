import Testing

@testable import OpenClawCommands

@Suite struct PictureProtocolTests {
    @Test(arguments: [
        (["TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"], PictureProtocol.kitty), (["TERM": "xterm-kitty"], .kitty),
        (["TERM": "xterm-ghostty"], .kitty), (["TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"], .kitty),
        (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], .iterm),
        (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], .iterm),
        (["TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"], .iterm),
    ])
    func variablesTellWithoutAQuestion(_ environment: [String: String], _ expected: PictureProtocol) {
        let found = PictureProtocol(environment: environment) {
            Issue.record("the terminal was asked")
            return nil
        }
        #expect(found == expected)
    }

    @Test(
        arguments: [
            ("\u{1B}[?62;4;22c", PictureProtocol.sixel), ("\u{1B}[?64;1;2;4c", .sixel), ("\u{1B}[?4;6c", nil),
            ("\u{1B}[?62;22c", nil), ("\u{1B}[?62;14c", nil), ("nonsense", nil), (nil, nil),
        ] as [(String?, PictureProtocol?)])
    func otherwiseTheAnswerOfTheTerminalTells(_ answer: String?, _ expected: PictureProtocol?) {
        #expect(PictureProtocol(environment: ["TERM": "xterm-256color"]) { answer } == expected)
    }

    /// Variables of the outer terminal are passed on by what cannot show its pictures.
    @Test(arguments: [
        ["TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"], ["TERM": "xterm-kitty", "TMUX": "/tmp/tmux"],
        ["TERM": "screen", "TERM_PROGRAM": "iTerm.app"],
        ["TERM": "xterm-256color", "STY": "1", "LC_TERMINAL": "iTerm2"],
    ])
    func insideOfAMultiplexerOnlyTheAnswerCounts(_ environment: [String: String]) {
        #expect(PictureProtocol(environment: environment) { nil } == nil)
        #expect(PictureProtocol(environment: environment) { "\u{1B}[?62;4c" } == .sixel)
    }

    @Test(arguments: [nil, "dumb", "linux"]) func someTerminalsAreNotEvenAsked(_ term: String?) {
        var environment = ["KITTY_WINDOW_ID": "1"]
        environment["TERM"] = term
        #expect(PictureProtocol(environment: environment) { "\u{1B}[?62;4c" } == nil)
    }
}
