import Inference
import Testing

@testable import OpenClawGateway

@Suite struct MultipartReaderTests {
    private static let form =
        "--x-1\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na \r\n--x\r\nb\r\n"
        + "--x-1\r\ncontent-disposition: form-data; name=\"image[]\"; filename=\"a; \\\"b\\\".png\"\r\n"
        + "Content-Type: IMAGE/png\r\n\r\n\u{0}\r\r\n--x-2\r\n\r\n--x-1--\r\n"

    @Test(arguments: [1, 2, 3, 5, 7, 11, 64, 4096])
    func partsAreFoundHoweverTheyArrive(_ size: Int) throws {
        let parts = try Self.read(Self.form, pieces: size)
        #expect(parts.map(\.head.name) == ["prompt", "image[]"])
        #expect(parts.map(\.head.isFile) == [false, true])
        #expect(parts[1].head.contentType == "image/png")
        #expect(parts[0].content == "a \r\n--x\r\nb" && parts[1].content == "\u{0}\r\r\n--x-2\r\n")
    }

    @Test(arguments: [
        ("preamble", "hello\r\n" + form),
        ("garbage after a boundary", form.replacing("--x-1\r\ncontent", with: "--x-1 \r\ncontent")),
        ("no name", "--x-1\r\nContent-Disposition: form-data\r\n\r\n\r\n--x-1--"),
        ("no disposition", "--x-1\r\nContent-Type: a/b\r\n\r\n\r\n--x-1--"),
        ("an attachment", "--x-1\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n\r\n--x-1--"),
        (
            "two names",
            "--x-1\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\n"
        ),
        ("a name that breaks lines", "--x-1\r\nContent-Disposition: form-data; name=\"a\nb\"\r\n\r\n\r\n--x-1--"),
        ("something after the end", form + "GET"),
        ("too many parts", String(repeating: "--x-1\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n", count: 65)),
    ])
    func whatIsNoFormIsRefused(_ what: String, _ text: String) {
        for size in [1, 13, 1 << 20] {
            #expect(throws: InferenceError.self, "\(what)") { _ = try Self.read(text, pieces: size) }
        }
    }

    @Test func aFormWithoutItsEndIsIncomplete() throws {
        var reader = try MultipartReader(contentType: "multipart/form-data; boundary=x-1")
        try Array(Self.form.utf8.dropLast(4)).withUnsafeBytes { try reader.read($0) { _ throws(InferenceError) in } }
        #expect(!reader.isComplete)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a\u{1}\"",
    ])
    func aBoundaryIsNeeded(_ type: String) {
        #expect(throws: InferenceError.self) { _ = try MultipartReader(contentType: type) }
    }

    @Test func nothingButAPossibleDelimiterIsHeld() throws {
        var reader = try MultipartReader(contentType: "multipart/form-data; boundary=\"x\"")
        let head = "--x\r\nContent-Disposition: form-data; name=a; filename=a\r\n\r\n"
        try Array(head.utf8).withUnsafeBytes { try reader.read($0) { _ throws(InferenceError) in } }
        let piece = [UInt8](repeating: 13, count: 1 << 16)
        var told = 0
        for _ in 0..<16 {
            try piece.withUnsafeBytes { memory in
                try reader.read(memory) { event throws(InferenceError) in
                    if case .bytes(let bytes) = event { told += bytes.count }
                }
            }
        }
        #expect(told > (1 << 20) - 8)
    }

    private struct Part {
        var head: MultipartHead
        var content: String
    }

    private static func read(_ text: String, pieces size: Int) throws -> [Part] {
        var reader = try MultipartReader(contentType: "multipart/form-data; boundary=x-1")
        var parts: [Part] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes { memory in
                try reader.read(memory) { event throws(InferenceError) in
                    switch event {
                    case .part(let head): parts.append(Part(head: head, content: ""))
                    case .bytes(let bytes): parts[parts.count - 1].content += String(decoding: bytes, as: UTF8.self)
                    case .partEnd: break
                    }
                }
            }
        }
        guard reader.isComplete else { throw InferenceError.malformedForm("incomplete") }
        return parts
    }
}
