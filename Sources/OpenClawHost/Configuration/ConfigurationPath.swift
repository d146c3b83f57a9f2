import Inference

/// Where a value stands in a configuration: `agents.defaults.models["acme/large-1.5"].alias`, `list[0].id`.
///
/// Keys are joined by dots; `\.` is a dot inside a key; brackets hold an index or a quoted key.
package struct ConfigurationPath: Hashable, Sendable {
    /// One step: a member of an object or an element of an array.
    package enum Component: Hashable, Sendable {
        case key(String)
        case index(Int)

        /// The name under which an object is asked.
        package var key: String {
            switch self {
            case .key(let name): name
            case .index(let number): String(number)
            }
        }

        /// The index with which an array is asked; digits between dots count as an index too.
        package var index: Int? {
            switch self {
            case .key(let name): name.utf8.allSatisfy(Byte.isDigit) ? Int(name) : nil
            case .index(let number): number
            }
        }
    }

    package var components: [Component]

    /// The whole configuration.
    package static let root = ConfigurationPath([])

    package init(_ components: [Component]) { self.components = components }

    /// A path of keys, each taken as it stands.
    package init(keys: String...) { self.init(keys: keys) }

    /// A path of keys, each taken as it stands.
    package init(keys: [String]) { components = keys.map(Component.key) }

    package var isRoot: Bool { components.isEmpty }
    package var parent: ConfigurationPath { ConfigurationPath(Array(components.dropLast())) }

    package func appending(_ key: String) -> ConfigurationPath { ConfigurationPath(components + [.key(key)]) }
    package func appending(_ index: Int) -> ConfigurationPath { ConfigurationPath(components + [.index(index)]) }
    package func appending(_ component: Component) -> ConfigurationPath { ConfigurationPath(components + [component]) }
    package static func + (left: Self, right: Self) -> Self { ConfigurationPath(left.components + right.components) }

    /// Whether the other path is this one or lies below it.
    package func contains(_ other: ConfigurationPath) -> Bool {
        other.components.count >= components.count
            && zip(components, other.components).allSatisfy { $0.key == $1.key }
    }
}

extension ConfigurationPath: CustomStringConvertible {
    /// The path as it is typed.
    package var description: String {
        components.reduce(into: "") { text, component in
            switch component {
            case .index(let number): text += "[\(number)]"
            case .key(let name) where Self.isPlain(name): text += (text.isEmpty ? "" : ".") + name
            case .key(let name): text += "[" + JSONText.quoted(name) + "]"
            }
        }
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.unicodeScalars.contains { ".[]\"'\\ ".unicodeScalars.contains($0) || $0.value < 0x21 }
    }
}
