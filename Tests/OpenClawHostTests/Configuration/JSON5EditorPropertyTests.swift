import Foundation
import Inference
import Testing

@testable import OpenClawHost

/// Random documents with comments, random edits: the text reads as the edited tree, and the rest of it is as before.
@Suite("JSON5Editor properties")
struct JSON5EditorPropertyTests {
    @Test(arguments: [UInt64](0..<40))
    func editsEqualTreeEditsAndLeaveTheRestAlone(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            var source = RandomDocument(random: SeededGenerator(seed: random.next()))
            let text = source.text()
            var editor = JSON5Editor(try JSON5Document(text))
            for _ in 0..<6 {
                let before = editor.document
                let path = randomPath(in: before, &random)
                if random.chance(35) {
                    try checkUnset(path, &editor, before)
                } else {
                    try checkSet(random.value(depth: 2), at: path, &editor, before)
                }
            }
        }
    }

    private func checkSet(
        _ value: JSONValue, at path: ConfigurationPath, _ editor: inout JSON5Editor, _ before: JSON5Document
    ) throws {
        let old = before.node(at: path)
        try editor.set(value, at: path)
        let after = editor.document
        #expect(sorted(after.value) == sorted(edited(before.value, path.components[...], value)), "\(before.text)")
        if let old, old.slots.isEmpty {
            #expect(after.bytes.starts(with: before.bytes[..<old.range.lowerBound]))
            #expect(after.bytes.reversed().starts(with: before.bytes[old.range.upperBound...].reversed()))
        } else if old == nil {
            #expect(Set(comments(before.text)).isSubset(of: comments(after.text)), "\(before.text)\n\(after.text)")
            let lost = Set(lines(before)).subtracting(lines(after))
            #expect(lost.count <= 2, "\(before.text)\n---\n\(after.text)")
        }
    }

    private func checkUnset(_ path: ConfigurationPath, _ editor: inout JSON5Editor, _ before: JSON5Document) throws {
        guard let node = before.node(at: path), let container = before.node(at: path.parent) else { return }
        let slot = try #require(container.slots.first { $0.value == node.range })
        #expect(try editor.unset(path))
        let after = editor.document
        #expect(sorted(after.value) == sorted(edited(before.value, path.components[...], nil)), "\(before.text)")
        let lineEnd = before.bytes[slot.end...].firstIndex { $0 == 10 || $0 == 13 } ?? before.bytes.count
        let left = before.bytes[..<slot.start]
        let outside = comments(left) + comments(before.bytes[lineEnd...])
        #expect(Set(outside).isSubset(of: comments(after.text)), "\(path)\n\(before.text)\n---\n\(after.text)")
        let untouched = Set(lines(left.dropLast(left.reversed().prefix { $0 != 10 && $0 != 13 }.count)))
        #expect(untouched.subtracting(lines(after)).count <= 1, "\(path)\n\(before.text)\n---\n\(after.text)")
    }

    /// A path to an existing value, or to a new one at most two levels below an object.
    private func randomPath(in document: JSON5Document, _ random: inout SeededGenerator) -> ConfigurationPath {
        var path = ConfigurationPath.root
        var node = document.root
        while let current = node, !current.slots.isEmpty, path.isRoot || random.chance(70) {
            if case .array(let elements) = current.content {
                path = path.appending(Int.random(in: 0..<elements.count, using: &random))
            } else {
                path = path.appending(random.pick(current.members).key)
            }
            node = document.node(at: path)
        }
        switch node?.content {
        case .array(let elements)? where random.chance(60): return path.appending(elements.count)
        case .object? where path.isRoot || random.chance(70):
            let deeper = path.appending(random.pick(SeededGenerator.keys))
            return document.node(at: deeper) == nil && random.chance(30) ? deeper.appending("new").appending(0) : deeper
        default: return path.isRoot ? path.appending("a") : path
        }
    }

    private func edited(
        _ value: JSONValue?, _ path: ArraySlice<ConfigurationPath.Component>, _ new: JSONValue?
    ) -> JSONValue? {
        guard let component = path.first else { return new }
        switch (value, component) {
        case (.array(var elements)?, _):
            let index = component.index ?? 0
            let child = edited(elements.indices.contains(index) ? elements[index] : nil, path.dropFirst(), new)
            if index == elements.count { elements.append(child ?? .null) } else if let child { elements[index] = child }
            if child == nil { elements.remove(at: index) }
            return .array(elements)
        case (nil, .index), (.null?, .index): return edited([], path, new)
        default:
            var object = value?.object ?? JSONObject()
            object[component.key] = edited(object[component.key], path.dropFirst(), new)
            return .object(object)
        }
    }

    private func sorted(_ value: JSONValue?) -> JSONValue? {
        switch value {
        case .object(let object)?:
            let members = object.members.sorted { $0.key < $1.key }.map { ($0.key, sorted($0.value) ?? .null) }
            return .object(JSONObject(members))
        case .array(let elements)?: return .array(elements.compactMap(sorted))
        default: return value
        }
    }

    private func comments(_ text: String) -> [String] {
        text.matches(of: /c[0-9]+;/).map { String($0.output) }
    }

    private func comments(_ bytes: ArraySlice<UInt8>) -> [String] { comments(String(decoding: bytes, as: UTF8.self)) }

    private func lines(_ document: JSON5Document) -> [ArraySlice<UInt8>] { lines(document.bytes[...]) }

    private func lines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        bytes.split { $0 == 10 || $0 == 13 }
    }
}
