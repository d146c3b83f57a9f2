/// Parameters of a model's own, and wishes that are parameters with many models.
struct WishedParameters {
    let rules: [ParameterRule]
    /// The parameters behind wishes.
    let names: [String: String]
    let model: ModelID

    func choose(
        _ wishes: [(String, JSONValue?)], _ options: JSONObject, _ notes: inout PlanNotes
    ) throws(InferenceError) -> JSONObject {
        var chosen = JSONObject()
        for option in options.members {
            guard let rule = rule(option.key) else {
                let known = rules.map(\.name).joined(separator: ", ")
                throw InferenceError(
                    .invalidRequest,
                    "\(model) has no parameter '\(option.key)'; it has \(known.isEmpty ? "none" : known)")
            }
            try rule.check(option.value, of: model)
            chosen[option.key] = option.value
        }
        for (wish, value) in wishes {
            guard let value else { continue }
            guard let rule = names[wish].flatMap(rule) else {
                notes.ignore(wish, value.text)
                continue
            }
            let sent: JSONValue = rule.type == .list ? [value] : value
            try rule.check(sent, of: model)
            chosen[rule.name] = sent
        }
        for rule in rules where rule.isRequired && chosen[rule.name] == nil { chosen[rule.name] = rule.initial }
        return chosen
    }

    private func rule(_ name: String) -> ParameterRule? { rules.first { $0.name == name } }
}
