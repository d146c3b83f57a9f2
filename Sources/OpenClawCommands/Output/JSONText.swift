package import Inference

/// JSON as it is printed: indented by two spaces, members in the order they were put in.
package enum JSONText {
    package static func pretty(_ value: JSONValue) -> String {
        String(decoding: value.serialized(pretty: true), as: UTF8.self)
    }
}
