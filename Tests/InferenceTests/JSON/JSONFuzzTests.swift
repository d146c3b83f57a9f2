import Foundation
import Inference
import Testing

/// Random documents, broken at random, for a bounded time: `OPENCLAW_FUZZ_SECONDS` (2 when unset), from the seed
/// `OPENCLAW_FUZZ_SEED` (1 when unset). A failure names the input.
struct JSONFuzzTests {
    static let environment = ProcessInfo.processInfo.environment
    static let duration = Duration.seconds(environment["OPENCLAW_FUZZ_SECONDS"].flatMap(Double.init) ?? 2)
    static let seed = environment["OPENCLAW_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

    @Test func documentsAndEditsHoldForBrokenInput() throws {
        let end = ContinuousClock.now + Self.duration
        var random = RandomJSON(seed: Self.seed)
        var (cases, accepted) = (0, 0)
        while ContinuousClock.now < end {
            let bytes = Self.broken(Array(random.spelling(of: .object(random.object())).utf8), &random)
            cases += 1
            let verdict = Result { () throws(JSONSyntaxError) in try JSONDocument(bytes) }
            Self.compareWithFoundation(bytes, verdict)
            guard case .success(let document) = verdict else { continue }
            accepted += 1
            try Self.checkReading(document)
            try Self.checkEditing(document, &random)
        }
        #expect(accepted > cases / 20)
    }

    static func broken(_ bytes: [UInt8], _ random: inout RandomJSON) -> [UInt8] {
        var bytes = bytes
        let pieces = [
            "{", "}", "[", "]", "\"", ",", ":", "\\", "\\u", "\\ud83d", "0", "-", "e", ".", "null", "tru", " ", "\u{1}",
        ]
        for _ in 0..<Int.random(in: 0..<4, using: &random.generator) where !bytes.isEmpty {
            let index = Int.random(in: bytes.indices, using: &random.generator)
            switch Int.random(in: 0..<5, using: &random.generator) {
            case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random.generator)
            case 1: bytes.removeSubrange(index..<min(bytes.count, index + 3))
            case 2: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 20)], at: index)
            case 3: bytes = Array(bytes[..<index])
            default: bytes.insert(contentsOf: (pieces.randomElement(using: &random.generator) ?? "").utf8, at: index)
            }
        }
        return bytes
    }

    /// The peer takes a comma before a closing bracket. It refuses what we read with replacements (half surrogate pairs,
    /// broken UTF-8) and numbers beyond a double. Otherwise the verdicts are equal.
    static func compareWithFoundation(_ bytes: [UInt8], _ verdict: Result<JSONDocument, JSONSyntaxError>) {
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { return }
        let isPeers = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
        switch verdict {
        case .failure(let error) where isPeers:
            let isTrailingComma = error.offset < bytes.count && "}]".utf8.contains(bytes[error.offset])
            if !isTrailingComma { Issue.record("refused what Foundation takes: \(text.debugDescription)") }
        case .success where !isPeers:
            let isPlain = !text.contains("\\u") && !text.contains("e") && !text.contains("E")
            if isPlain { Issue.record("took what Foundation refuses: \(text.debugDescription)") }
        default: break
        }
    }

    static func checkReading(_ document: JSONDocument) throws {
        let value = document.root.value
        let text = Comment(rawValue: String(decoding: document.bytes, as: UTF8.self).debugDescription)
        #expect(try JSONValue(parsing: value.serialized()) == value, text)
        #expect(try JSONValue(parsing: value.serialized(pretty: true)) == value, text)
        #expect(try Self.checkedRead(document.bytes) == Array(document.root.members.map(\.key)), text)
    }

    /// The keys of the root object by the cursor that checks what it reads.
    static func checkedRead(_ bytes: [UInt8]) throws -> [String] {
        let span = bytes.span.bytes
        let start = try JSONScanner.document(in: span).lowerBound
        guard JSONScanner.kind(in: span, at: start) == .object else { return [] }
        var cursor = try JSONObjectCursor(in: span, at: start)
        var keys: [String] = []
        while let member = try cursor.next(in: span) { keys.append(member.name(in: span)) }
        return keys
    }

    static func checkEditing(_ document: JSONDocument, _ random: inout RandomJSON) throws {
        var edits = JSONEdits(document)
        var model = EditedTree(document.root.value)
        let hasDuplicates = document.root.hasDuplicateKeys
        for _ in 0..<Int.random(in: 1..<5, using: &random.generator) {
            model.editRandomly(document.root, &edits, &random)
        }
        let joined = edits.slices().reduce(into: [UInt8]()) { $0.append(contentsOf: $1) }
        let text = Comment(rawValue: String(decoding: document.bytes, as: UTF8.self).debugDescription)
        let written = try JSONValue(parsing: joined)
        #expect(edits.document().root.value == written, text)
        // A place in a document with duplicate keys has no place in the tree.
        if !hasDuplicates { #expect(written == model.value, text) }
    }
}

extension JSONNode {
    fileprivate var hasDuplicateKeys: Bool {
        let keys = members.map(\.key)
        return Set(keys).count != keys.count || members.contains { $0.value.hasDuplicateKeys }
            || elements.contains(where: \.hasDuplicateKeys)
    }
}
