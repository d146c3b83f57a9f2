/// Names from a request, made fit for a line of text.
enum HeaderText {
    /// At most 40 printable ASCII characters.
    static func shortened(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.prefix(40).filter { $0.value >= 0x20 && $0.value < 0x7F }))
    }
}
