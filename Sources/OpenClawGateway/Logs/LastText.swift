/// What was made of the last text: the next one is often the same.
struct LastText {
    private var text = ""
    private var made = ""

    mutating func make(from text: String, _ make: (String) -> String) -> String {
        if text != self.text { (self.text, made) = (text, make(text)) }
        return made
    }
}
