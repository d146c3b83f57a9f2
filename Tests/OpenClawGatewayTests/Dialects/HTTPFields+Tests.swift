import HTTPTypes

extension HTTPFields {
    static func make(_ fields: [(String, String)]) -> HTTPFields {
        var made = HTTPFields()
        for (name, value) in fields {
            guard let name = HTTPField.Name(name) else { continue }
            made.append(HTTPField(name: name, value: value))
        }
        return made
    }
}
