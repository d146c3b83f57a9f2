import Foundation
import Inference
import Testing

@testable import OpenClawHost

/// Mutated texts never crash reader or editor. `OPENCLAW_FUZZ_SECONDS` sets how long this looks (3 by default).
@Suite("JSON5 fuzzing")
struct JSON5FuzzTests {
    @Test func mutatedTextsAreReadOrRefused() throws {
        let seconds = ProcessInfo.processInfo.environment["OPENCLAW_FUZZ_SECONDS"].flatMap(Double.init) ?? 3
        let deadline = Date().addingTimeInterval(seconds)
        var random = SeededGenerator(seed: 20_260_901)
        var accepted = 0
        var refused = 0
        while Date() < deadline {
            var source = RandomDocument(random: SeededGenerator(seed: random.next()))
            var bytes = Array(source.text().utf8)
            for _ in 0..<10 {
                mutate(&bytes, &random)
                guard let document = try? JSON5Document(bytes) else {
                    refused += 1
                    continue
                }
                accepted += 1
                try edit(document, &random)
            }
        }
        #expect(accepted > 0 && refused > 0)
    }

    private func edit(_ document: JSON5Document, _ random: inout SeededGenerator) throws {
        var editor = JSON5Editor(document)
        let key = document.root?.members.randomElement(using: &random)?.key ?? "k"
        let path = random.chance(50) ? ConfigurationPath(keys: key) : ConfigurationPath(keys: key, "n")
        do throws(JSON5EditError) {
            let value = random.value(depth: 2)
            try editor.set(value, at: path)
            let written = editor.document.node(at: path)?.value
            let isContainer = value.object != nil || value.array != nil
            #expect(isContainer ? written != nil : written == value, "\(document.text)")
            try editor.unset(path)
            #expect(editor.document.node(at: path) == nil, "\(document.text)")
        } catch {
            #expect(!error.message.hasPrefix("cannot be written"), "\(error) \(document.text)")
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let position = Int.random(in: 0...bytes.count, using: &random)
        let length = Int.random(in: 0...min(8, bytes.count - position), using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.removeSubrange(position..<(position + length))
        case 1: bytes.insert(contentsOf: bytes[position..<(position + length)], at: position)
        case 2: bytes.insert(contentsOf: random.pick(Self.tokens).utf8, at: position)
        case 3 where position < bytes.count: bytes[position] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
        default: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: position)
        }
    }

    private static let tokens = [
        "{", "}", "[", "]", ",", ":", "//", "/*", "*/", "'", "\"", "\\", "\\u00", "\n", "\r", "0x", "Infinity", "NaN",
        "-", "+", ".", "1e", "null", "\u{2028}", "\u{FEFF}", "a:1,",
    ]
}
