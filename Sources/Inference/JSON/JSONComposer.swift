/// Writes a JSON text member by member, straight into bytes and without a tree. Commas come by themselves.
///
/// ```swift
/// var text = JSONComposer()
/// text.object {
///     $0.member("type", "ping")
///     $0.array("content") { $0.value(5) }
/// }
/// ```
package struct JSONComposer: Sendable {
    private var writer = JSONWriter()
    private var needsComma = false

    package init() {}

    /// The text so far.
    package var bytes: [UInt8] { writer.bytes }

    /// Writes at the end of other bytes.
    package static func append(to bytes: inout [UInt8], _ body: (inout JSONComposer) -> Void) {
        var composer = JSONComposer()
        swap(&composer.writer.bytes, &bytes)
        body(&composer)
        swap(&composer.writer.bytes, &bytes)
    }
}

// Values: elements of an array, or what follows a key.
extension JSONComposer {
    package mutating func object(_ body: (inout JSONComposer) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    package mutating func array(_ body: (inout JSONComposer) -> Void) {
        beginArray()
        body(&self)
        endArray()
    }

    package mutating func beginObject() { open("{") }
    package mutating func endObject() { close("}") }
    package mutating func beginArray() { open("[") }
    package mutating func endArray() { close("]") }

    package mutating func value(_ text: String) {
        separate()
        writer.write(text)
    }

    package mutating func value(_ number: Int) { raw(String(number).utf8) }

    package mutating func value(_ flag: Bool) { raw((flag ? "true" : "false").utf8) }

    package mutating func value(_ value: JSONValue) {
        separate()
        writer.write(value)
    }

    /// A value of another document, byte for byte.
    package mutating func value(_ node: JSONNode) {
        separate()
        writer.bytes.append(contentsOf: node.rawBytes)
    }

    package mutating func null() { raw("null".utf8) }

    /// A value that is known to be JSON.
    package mutating func raw(_ text: some Collection<UInt8>) {
        separate()
        writer.bytes.append(contentsOf: text)
    }

    /// A string that holds these bytes of UTF-8.
    package mutating func string(_ text: ArraySlice<UInt8>) {
        separate()
        writer.writeString(text)
    }

    /// A string of pieces that are escaped already, as they stand between the quotes of other documents.
    package mutating func string(joining pieces: some Sequence<ArraySlice<UInt8>>) {
        separate()
        writer.bytes.append(UInt8(ascii: "\""))
        for piece in pieces { writer.bytes.append(contentsOf: piece) }
        writer.bytes.append(UInt8(ascii: "\""))
    }

    /// Members or elements that are known to be well written, with commas between them.
    package mutating func members(raw text: [UInt8]) { if !text.isEmpty { raw(text) } }
}

// Members of an object.
extension JSONComposer {
    package mutating func key(_ name: StaticString) {
        separate()
        writer.append("\"")
        writer.append(name)
        writer.append("\":")
        needsComma = false
    }

    /// A key of somebody else's.
    package mutating func key(named name: String) {
        value(name)
        writer.append(":")
        needsComma = false
    }

    package mutating func object(_ name: StaticString, _ body: (inout JSONComposer) -> Void) {
        key(name)
        object(body)
    }

    package mutating func array(_ name: StaticString, _ body: (inout JSONComposer) -> Void) {
        key(name)
        array(body)
    }

    package mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        value(text)
    }

    package mutating func member(_ name: StaticString, _ number: Int) {
        key(name)
        value(number)
    }

    package mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        value(flag)
    }

    package mutating func member(_ name: StaticString, _ node: JSONNode) {
        key(name)
        value(node)
    }

    package mutating func member(null name: StaticString) {
        key(name)
        null()
    }
}

extension JSONComposer {
    private mutating func separate() {
        if needsComma { writer.append(",") }
        needsComma = true
    }

    private mutating func open(_ bracket: StaticString) {
        separate()
        writer.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: StaticString) {
        writer.append(bracket)
        needsComma = true
    }
}
