/// A way in which terminals show pictures.
package enum PictureProtocol: Hashable, Sendable {
    /// PNG files, in pieces.
    case kitty
    /// Files of any format that the terminal knows.
    case iterm
    /// Rows of six dots.
    case sixel

    /// What the terminal says of itself: by its variables, else by its answer to the question what it is.
    ///
    /// - Parameter answer: asks the terminal; called only when the variables do not tell.
    package init?(environment: [String: String], answer: () -> String?) {
        let term = environment["TERM"] ?? ""
        guard !["", "dumb", "linux"].contains(term) else { return nil }
        let isSet = { (name: String) in environment[name]?.isEmpty == false }
        // What stands between hides the terminal, and passes variables of one that may be gone.
        let isBetween = isSet("TMUX") || isSet("STY") || term.hasPrefix("screen") || term.hasPrefix("tmux")
        let program = environment["TERM_PROGRAM"] ?? ""
        if !isBetween {
            let kitties = ["xterm-kitty", "xterm-ghostty"]
            if isSet("KITTY_WINDOW_ID") || kitties.contains(term) || program == "ghostty" {
                self = .kitty
                return
            }
            if ["iTerm.app", "WezTerm", "mintty"].contains(program) || environment["LC_TERMINAL"] == "iTerm2" {
                self = .iterm
                return
            }
        }
        guard let answer = answer(), Self.attributes(in: answer).contains("4") else { return nil }
        self = .sixel
    }

    /// The attributes of an answer such as `ESC [ ? 62 ; 4 c`; the first number is the class of the terminal.
    private static func attributes(in answer: String) -> [Substring] {
        guard let begin = answer.firstRange(of: "\u{1B}[?"),
            let end = answer[begin.upperBound...].firstIndex(of: "c")
        else { return [] }
        return Array(answer[begin.upperBound..<end].split(separator: ";").dropFirst())
    }
}
