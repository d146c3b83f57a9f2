import Testing

@testable import OpenClawHost

@Suite("Dotenv")
struct DotenvTests {
    @Test(arguments: [
        ("A=1", ["A=1"]), ("export A=1\nexport  B = 2 ", ["A=1", "B=2"]), ("\u{FEFF}A=1\r\nB=2\r\n", ["A=1", "B=2"]),
        ("# c\n\n  # d\nA=x # note\nB=x#y", ["A=x", "B=x#y"]), ("A=", ["A="]), ("A=\"a # b\" # c", ["A=a # b"]),
        ("A='$HOME ${X} \\n'", ["A=$HOME ${X} \\n"]), ("A=$HOME `id` $(id)", ["A=$HOME `id` $(id)"]),
        ("A=\"a\\nb\\\"c\\\\d\\q\"", ["A=a\nb\"c\\d\\q"]), ("A=\"one\ntwo\"\nB=3", ["A=one\ntwo", "B=3"]),
        ("A=`it's \"x\"`", ["A=it's \"x\""]), ("A=\"open\nB=2", ["A=\"open", "B=2"]), ("A=1\nA=2", ["A=2"]),
        ("A.b-c=1", ["A.b-c=1"]), ("A=b=c==", ["A=b=c=="]),
    ])
    func reads(text: String, expected: [String]) {
        #expect(Dotenv(Array(text.utf8)).entries.map { "\($0.name)=\($0.value)" } == expected)
    }

    @Test func knowsLinesAlsoBehindValuesOfSeveralLines() {
        let dotenv = Dotenv(Array("# c\nA='1\n2\n3'\n\nB=4\nnonsense\n9=x\nC=5".utf8))
        #expect(dotenv.entries.map(\.line) == [2, 6, 9])
        #expect(dotenv.unreadableLines == [7, 8])
    }
}
