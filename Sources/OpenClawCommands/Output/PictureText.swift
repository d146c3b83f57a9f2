import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A picture as text that a terminal draws.
struct PictureText {
    /// The size of the terminal, in cells.
    let columns: Int
    let rows: Int

    /// How many cells a picture is wide, so that all of it can be seen. A cell is about twice as high as wide.
    func width(of size: PixelSize?) -> Int {
        let widest = max(4, min(columns - 1, 72))
        guard let size, size.width > 0, size.height > 0 else { return min(widest, 40) }
        let highest = max(4, rows - 3)
        let fitting = highest * 2 * size.width / size.height
        return max(2, min(widest, fitting, max(8, size.width / 8)))
    }

    /// A PNG file for terminals with kitty's protocol.
    func kitty(_ png: [UInt8], size: PixelSize?) -> String {
        let text = Data(png).base64EncodedString()
        let pieces = stride(from: 0, to: text.utf8.count, by: 4096).map { offset in
            let start = text.utf8.index(text.startIndex, offsetBy: offset)
            let end = text.utf8.index(start, offsetBy: 4096, limitedBy: text.endIndex) ?? text.endIndex
            return text[start..<end]
        }
        var result = ""
        for (index, piece) in pieces.enumerated() {
            let more = index == pieces.count - 1 ? 0 : 1
            // Answers would be read as typed text.
            let head = index == 0 ? "a=T,f=100,q=2,c=\(width(of: size)),m=\(more)" : "m=\(more)"
            result += "\u{1B}_G\(head);\(piece)\u{1B}\\"
        }
        return result + "\n"
    }

    /// A file for terminals with iTerm2's protocol.
    func iterm(_ file: [UInt8], size: PixelSize?) -> String {
        let arguments = "inline=1;size=\(file.count);width=\(width(of: size));preserveAspectRatio=1"
        return "\u{1B}]1337;File=\(arguments):\(Data(file).base64EncodedString())\u{07}\n"
    }
}
