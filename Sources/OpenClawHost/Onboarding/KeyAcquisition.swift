package import Inference

/// Gets the key for a choice: what the command line names; else, asked or in this order, the environment, a stored key of
/// the same endpoint, standard input.
package struct KeyAcquisition: Sendable {
    package var question: KeyQuestion
    package var options: OnboardingOptions
    package var variables: VariableLookup
    /// A stored key that belongs to the endpoint of the choice.
    package var stored: AuthProfile?
    package var input: KeyInput
    /// Who is asked; `nil` when nobody is.
    package var prompter: (any Prompter)?

    package init(
        question: KeyQuestion, options: OnboardingOptions, variables: VariableLookup, stored: AuthProfile?,
        input: KeyInput, prompter: (any Prompter)?
    ) {
        self.question = question
        self.options = options
        self.variables = variables
        self.stored = stored
        self.input = input
        self.prompter = prompter
    }

    /// - Returns: `nil` when a person who may give any key would rather choose a plan.
    /// - Throws: `.invalidConfiguration` when sources contradict or hold no key, `.unauthenticated` when there is none.
    package func acquire() throws(InferenceError) -> AcquiredKey? {
        if options.secretInputMode == "ref" { return try reference() }
        if let named = try named() { return named }
        if let prompter { return try ask(prompter) }
        if let found = variable() { return try literal(found.found.value, from: found.source) }
        if let stored, let secret = stored.secret { return AcquiredKey(secret, from: .profile(stored.id)) }
        if !options.isNonInteractive, let key = try input.readIfAny() { return try literal(key, from: .standardInput) }
        throw missing
    }

    private var missing: InferenceError {
        InferenceError(
            .unauthenticated,
            "missing key\(question.choice.map { " for \"\($0)\"" } ?? ""); expected it on standard input with "
                + "--key-stdin, in a file with --key-file, or in \(question.variables.joined(separator: ", "))",
            hint: "openclaw onboard \(question.choice.map { "--auth-choice \($0) " } ?? "")--key-file <file>")
    }

    private func variable() -> (found: VariableLookup.Found, name: String, source: AcquiredKey.Source)? {
        for name in question.variables {
            guard let found = variables[name] else { continue }
            return (found, name, .variable(name: name, place: found.label))
        }
        return nil
    }

    /// The key that the command line points to.
    private func named() throws(InferenceError) -> AcquiredKey? {
        var sources: [String] = options.keyFlags.map(\.flag)
        if options.takesKeyFromInput { sources.append("--key-stdin") }
        if options.keyFile != nil { sources.append("--key-file") }
        guard sources.count <= 1 else {
            throw GatewayFlags.invalid("the key was given \(sources.count) times: \(sources.joined(separator: ", "))")
        }
        if options.takesKeyFromInput { return try literal(input.read(), from: .standardInput) }
        if let file = options.keyFile { return try from(file: file) }
        guard let flag = options.keyFlags.first else { return nil }
        let value = flag.value.expose()
        if value == "-" { return try literal(input.read(), from: .standardInput) }
        if value.hasPrefix("@") { return try from(file: String(value.dropFirst())) }
        var key = try literal(value, from: .flag(flag.flag))
        key.warnings.append(Self.exposure(of: flag.flag, instead: "--key-stdin, --key-file or \(flag.flag) @file"))
        return key
    }

    /// Why a key should not stand on the command line.
    static func exposure(of flag: String, instead: String) -> String {
        "a key on the command line (\(flag)) can be read by other users of this machine and stays in the shell's history; "
            + "use \(instead)"
    }

    private func from(file: String) throws(InferenceError) -> AcquiredKey {
        file == "-"
            ? try literal(input.read(), from: .standardInput) : try literal(input.read(file: file), from: .file(file))
    }

    private func literal(_ text: String, from source: AcquiredKey.Source) throws(InferenceError) -> AcquiredKey {
        do throws(InferenceError) {
            return AcquiredKey(.literal(try PastedKey(text).secret), from: source)
        } catch {
            throw InferenceError(error.code, "\(error.message) (from \(source.label))", hint: error.hint)
        }
    }

    /// Stores where the key is instead of the key.
    private func reference() throws(InferenceError) -> AcquiredKey {
        if let found = variable() {
            _ = try literal(found.found.value, from: found.source)
            return AcquiredKey(.reference(.variable(found.name)), from: found.source)
        }
        let given =
            options.keyFlags.first?.flag
            ?? (options.takesKeyFromInput ? "--key-stdin" : options.keyFile.map { _ in "--key-file" })
        let problem = given.map {
            "\($0) cannot be used with --secret-input-mode ref unless \(question.environment) is set"
        }
        throw InferenceError(
            .invalidConfiguration,
            problem
                ?? "--secret-input-mode ref needs the key in a variable; expected one of \(question.variables.joined(separator: ", "))",
            hint: "export \(question.environment)=<key>, or leave --secret-input-mode out")
    }

    private func ask(_ prompter: any Prompter) throws(InferenceError) -> AcquiredKey? {
        if !question.note.isEmpty { prompter.note(question.noteTitle, question.note) }
        if let found = variable(), let key = try? literal(found.found.value, from: found.source) {
            let offer = "Use existing \(found.name) (\(found.source.label), \(key.masked))?"
            if try prompter.confirm(offer, preselected: true) { return key }
        }
        if let stored, let secret = stored.secret {
            let key = AcquiredKey(secret, from: .profile(stored.id))
            if try prompter.confirm("Keep the stored key \(key.masked) (\(stored.id))?", preselected: true) {
                return key
            }
        }
        for attempt in 1...3 {
            let line = try prompter.secret(question.prompt)
            if question.choice == nil, line.trimmingASCIIWhitespace().isEmpty { return nil }
            do throws(InferenceError) {
                return AcquiredKey(.literal(try PastedKey(line).secret), from: .prompt)
            } catch {
                if attempt == 3 { throw error }
                prompter.note("Try again", [error.message])
            }
        }
        throw InferenceError(.cancelled, "no key was entered")
    }
}
