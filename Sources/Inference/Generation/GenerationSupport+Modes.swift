extension GenerationSupport {
    /// The name under which a request may choose among ways that take the same inputs.
    static let functionOption = "function"

    /// The ways that a request leaves open: those whose parameter it switches on, or whose function it names; else those
    /// that need no switch.
    public func modes(for request: GenerationRequest) -> [GenerationModeSupport] {
        let switched = modes.filter { mode in
            mode.switchParameter.map { request.options[$0]?.bool == true } ?? false
        }
        guard switched.isEmpty else { return switched }
        let open = modes.filter { $0.switchParameter == nil }
        guard let function = request.options[Self.functionOption]?.string else { return open }
        let named = open.filter { $0.function == function }
        return named.isEmpty ? open : named
    }
}
