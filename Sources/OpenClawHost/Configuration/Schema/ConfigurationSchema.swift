/// What may stand at a place of the configuration, and what it means. Schemas are data: validation, the JSON Schema for
/// editors and the redaction of secrets all read the same ones.
package struct ConfigurationSchema: Sendable {
    package indirect enum Kind: Sendable {
        /// Anything: kept as it is and not looked into.
        case any
        case boolean
        case text
        /// One of a closed list of texts.
        case choice([String])
        case integer(ClosedRange<Int>)
        /// A number that is at least, or larger than, a bound.
        case number(minimum: Double, exclusive: Bool)
        case list(ConfigurationSchema)
        /// An object with keys that the user chooses.
        case map(ConfigurationSchema)
        /// An object with known keys. Other keys warn, or follow `others` when there is one.
        case object([Property], others: ConfigurationSchema?)
        case either([ConfigurationSchema])
    }

    /// A known key of an object.
    package struct Property: Sendable {
        package var name: String
        package var schema: ConfigurationSchema
        package var isRequired: Bool

        package init(_ name: String, _ schema: ConfigurationSchema, required: Bool = false) {
            self.name = name
            self.schema = schema
            isRequired = required
        }
    }

    package var kind: Kind
    /// One sentence for editors and `--help`.
    package var summary: String
    /// Whether the value must never be shown.
    package var isSecret: Bool

    package init(_ kind: Kind, _ summary: String = "", secret: Bool = false) {
        self.kind = kind
        self.summary = summary
        isSecret = secret
    }
}

extension ConfigurationSchema {
    static func any(_ summary: String = "") -> Self { Self(.any, summary) }
    static func boolean(_ summary: String) -> Self { Self(.boolean, summary) }
    static func text(_ summary: String) -> Self { Self(.text, summary) }
    static func choice(_ values: String..., summary: String) -> Self { Self(.choice(values), summary) }
    static func integer(_ range: ClosedRange<Int>, _ summary: String) -> Self { Self(.integer(range), summary) }
    static func positive(_ summary: String) -> Self { Self(.number(minimum: 0, exclusive: true), summary) }
    static func atLeastZero(_ summary: String) -> Self { Self(.number(minimum: 0, exclusive: false), summary) }
    static func list(_ element: Self, _ summary: String) -> Self { Self(.list(element), summary) }
    static func map(_ value: Self, _ summary: String) -> Self { Self(.map(value), summary) }
    static func either(_ schemas: [Self], _ summary: String) -> Self { Self(.either(schemas), summary) }

    static func object(_ properties: [Property], others: Self? = nil, _ summary: String) -> Self {
        Self(.object(properties, others: others), summary)
    }

    /// Keys that belong to other parts of OpenClaw: known by name, kept, and not looked into.
    static func foreign(_ names: String...) -> [Property] { foreign(names) }

    static func foreign(_ names: [String]) -> [Property] {
        names.map { Property($0, any("Belongs to another part of OpenClaw; kept as it is.")) }
    }

    /// What may stand at a path; `nil` where the schema knows nothing.
    package func schema(at path: ConfigurationPath) -> ConfigurationSchema? {
        path.components.reduce(self) { $0?.child($1) }
    }

    func child(_ component: ConfigurationPath.Component) -> ConfigurationSchema? {
        switch kind {
        case .object(let properties, let others): properties.first { $0.name == component.key }?.schema ?? others
        case .map(let value): value
        case .list(let element): component.index == nil ? nil : element
        case .either(let schemas): schemas.lazy.compactMap { $0.child(component) }.first
        case .any, .boolean, .text, .choice, .integer, .number: nil
        }
    }
}
