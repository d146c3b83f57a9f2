extension PlanNotes {
    /// What a user should hear who asks a model that the service takes away.
    static func retirement(of model: ModelID, on day: String) -> String {
        "the service announced the end of \(model) for \(day), at least in mainland China"
    }
}
