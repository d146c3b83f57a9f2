/// What one field of `parameters` may hold. Fields without a rule are ignored, as the service seems to do.
struct ParameterRule: Sendable {
    enum Form: Sendable {
        case flag
        case range(ClosedRange<Int>, also: [Int])
        case oneOf([JSON])
        case size(SizeRule)
        case any
    }

    let name: String
    let form: Form
    let standard: JSON?
    let isRequired: Bool

    init(name: String, _ entry: JSON, sizes: [String: [String: String]]) {
        self.name = name
        standard = entry["default"]
        isRequired = entry["required"]?.bool ?? false
        if entry["flag"] == true {
            form = .flag
        } else if let classes = entry["classes"]?.strings {
            form = .oneOf(classes.flatMap { (sizes[$0] ?? [:]).values.sorted() }.map(JSON.string))
        } else if let from = entry["from"]?.int, let to = entry["to"]?.int {
            form = .range(from...to, also: entry["also"]?.array?.compactMap(\.int) ?? [])
        } else if let values = entry["oneOf"]?.array {
            form = .oneOf(values)
        } else if name == "size" {
            form = .size(SizeRule(entry))
        } else {
            form = .any
        }
    }

    /// The value to work with, checked.
    func value(in parameters: JSON, hasImages: Bool = false) throws(ServiceError) -> JSON? {
        guard let value = parameters[name] else {
            if isRequired { throw ServiceError("field_required", ["value": "parameters.\(name)"]) }
            return standard
        }
        switch form {
        case .flag: guard value.bool != nil else { throw refusal("must be a boolean") }
        case .range(let range, let also):
            guard let number = value.int, range.contains(number) || also.contains(number) else {
                throw refusal("must be in [\(range.lowerBound), \(range.upperBound)]")
            }
        case .oneOf(let values):
            guard values.contains(value) else { throw refusal("must be in \(JSON.array(values).text)") }
        case .size(let rule):
            guard let text = value.string, rule.pixels(text, hasImages: hasImages) != nil else {
                throw refusal(rule.expectation)
            }
        case .any: break
        }
        return value
    }

    private func refusal(_ text: String) -> ServiceError {
        ServiceError("media_parameter", ["value": "\(name) \(text)"])
    }
}
