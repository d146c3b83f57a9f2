import Foundation
import Inference
import Testing

@testable import OpenClawCommands

@Suite struct PictureTextTests {
    private let text = PictureText(columns: 80, rows: 24)

    @Test func aLargeFileGoesToKittyInPieces() throws {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        let shown = text.kitty(bytes, size: PixelSize(width: 1024, height: 1024))
        let pieces = shown.split(separator: "\u{1B}_G").map { $0.replacing("\u{1B}\\", with: "") }
        #expect(pieces.count == 4 && pieces[0].hasPrefix("a=T,f=100,q=2,c=42,m=1;"))
        #expect(pieces[1].hasPrefix("m=1;") && pieces[3].hasPrefix("m=0;"))
        let payload = pieces.map { $0.split(separator: ";")[1].trimmingCharacters(in: .newlines) }
        #expect(payload.allSatisfy { $0.utf8.count <= 4096 })
        #expect(try #require(Data(base64Encoded: payload.joined())) == Data(bytes))
    }

    @Test func aSmallFileIsOnePieceForKitty() {
        #expect(text.kitty([1, 2, 3], size: nil) == "\u{1B}_Ga=T,f=100,q=2,c=40,m=0;AQID\u{1B}\\\n")
    }

    @Test func itermGetsTheWholeFile() {
        let expected = "\u{1B}]1337;File=inline=1;size=3;width=40;preserveAspectRatio=1:AQID\u{07}\n"
        #expect(text.iterm([1, 2, 3], size: nil) == expected)
    }

    @Test(arguments: [
        (1024, 1024, 42), (1920, 1080, 72), (1080, 1920, 23), (64, 64, 8), (16, 16, 8), (10, 8000, 2), (8000, 10, 72),
    ])
    func allOfAPictureFitsIntoTheTerminal(_ width: Int, _ height: Int, _ cells: Int) {
        #expect(text.width(of: PixelSize(width: width, height: height)) == cells)
    }
}
