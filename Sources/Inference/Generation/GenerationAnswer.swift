/// What a service made of a request to generate something.
public enum GenerationAnswer: Hashable, Sendable {
    /// It works on it.
    case task(ServiceTask)
    /// It is done.
    case results(GenerationResults)
}
