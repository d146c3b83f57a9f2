#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A vector as the service wrote it: numbers in JSON, or little-endian floats in base64. Read as either without loss.
public struct EmbeddingVector: Hashable, Sendable {
    private let form: Form

    private enum Form: Hashable, Sendable {
        case numbers([UInt8])
        case base64(String)
    }

    /// Numbers as a JSON array; `nil` when it is none, or holds something else.
    public init?(json: JSONNode) {
        if let text = json.string {
            guard let data = Data(base64Encoded: text), data.count % 4 == 0, !data.isEmpty else { return nil }
            form = .base64(text)
            return
        }
        guard json.kind == .array, json.count > 0, json.elements.allSatisfy({ $0.double != nil }) else { return nil }
        form = .numbers(Array(json.rawBytes))
    }

    public init(_ values: [Float]) {
        form = .numbers(JSONValue.array(values.map { .number(JSONNumber(Double($0))) }).serialized())
    }

    /// The numbers.
    public var values: [Float] {
        switch form {
        case .numbers(let bytes):
            guard let root = try? JSONDocument(bytes).root else { return [] }
            return root.elements.map { Float($0.double ?? 0) }
        case .base64(let text):
            guard let data = Data(base64Encoded: text) else { return [] }
            let bytes = Array(data)
            return stride(from: 0, to: bytes.count - 3, by: 4).map { start in
                Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * $1) })
            }
        }
    }

    /// A JSON array; the service's own digits where it wrote some.
    public var json: [UInt8] {
        switch form {
        case .numbers(let bytes): bytes
        case .base64: JSONValue.array(values.map { .number(JSONNumber(Double($0))) }).serialized()
        }
    }

    /// Little-endian floats in base64.
    public var base64: String {
        switch form {
        case .base64(let text): return text
        case .numbers:
            var bytes: [UInt8] = []
            for value in values {
                let bits = value.bitPattern
                bytes += (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
            }
            return Data(bytes).base64EncodedString()
        }
    }
}
