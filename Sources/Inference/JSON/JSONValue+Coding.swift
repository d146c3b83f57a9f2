#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension JSONValue {
    /// The value as a type of your own.
    ///
    /// - Throws: `DecodingError` when the value does not fit the type.
    public func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        try JSONDecoder().decode(type, from: Data(serialized()))
    }

    /// A value of your own type as JSON.
    ///
    /// - Throws: `EncodingError` when the value has no JSON form, such as an infinite number.
    public init(encoding value: some Encodable) throws {
        try self.init(parsing: Array(JSONEncoder().encode(value)))
    }
}
