package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The credential files of one agent: `auth-profiles.json` with the secrets, `auth-state.json` with orders.
///
/// Both are OpenClaw's own files. What we do not know in them stays; a file that cannot be understood is never replaced.
package struct AuthProfileStore: Sendable {
    /// The agent's directory, by default `<state>/agents/main/agent`.
    package var directory: String

    package init(directory: String) { self.directory = directory }

    package var path: String { FilePathText.join(directory, "auth-profiles.json") }
    package var statePath: String { FilePathText.join(directory, "auth-state.json") }

    /// The stored profiles; none when there is no file.
    /// - Throws: `.invalidConfiguration` when the file cannot be read or is no profile file.
    package func load() throws(InferenceError) -> AuthProfiles {
        guard let value = try read(path) else { return AuthProfiles() }
        guard let profiles = AuthProfiles(value) else { throw notProfiles(path) }
        return profiles
    }

    /// The orders of profiles; none when there is no file or none that can be understood, because it holds no secret.
    package func loadState() -> AuthState {
        ((try? read(statePath)) ?? nil).flatMap { AuthState($0) } ?? AuthState()
    }

    /// Changes the profiles while nobody else does.
    package func update(_ change: (inout AuthProfiles) throws -> Void) throws(InferenceError) {
        try locked(path) { () throws(InferenceError) in
            var profiles = try load()
            do { try change(&profiles) } catch { throw Self.error(error) }
            try write(.object(profiles.document), to: path)
        }
    }

    /// Changes the orders while nobody else does.
    package func updateState(_ change: (inout AuthState) -> Void) throws(InferenceError) {
        try locked(statePath) { () throws(InferenceError) in
            let value = try read(statePath)
            guard var state = value == nil ? AuthState() : value.flatMap({ AuthState($0) }) else {
                throw notProfiles(statePath)
            }
            change(&state)
            try write(.object(state.document), to: statePath)
        }
    }

    /// Advice when others than the owner may read the secrets. The next write tightens the file.
    package var permissionWarning: String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
        return "\(path) can be read by other users of this machine; run: chmod 600 '\(path)'"
    }

    private func read(_ path: String) throws(InferenceError) -> JSONValue? {
        let bytes: [UInt8]?
        do throws(FileError) { bytes = try FileContents.read(path) } catch { throw error.inferenceError }
        guard let bytes else { return nil }
        do throws(JSON5SyntaxError) {
            return try JSON5Document.value(of: String(decoding: bytes, as: UTF8.self), strictJSON: true)
        } catch {
            throw InferenceError(
                .invalidConfiguration, "\(path) is not JSON: \(error); it was left as it is",
                hint: "mv '\(path)' '\(path).broken'")
        }
    }

    private func write(_ value: JSONValue, to path: String) throws(InferenceError) {
        do throws(FileError) {
            try AtomicFile(path).replace(with: Array((JSONText.render(value) + "\n").utf8))
        } catch { throw error.inferenceError }
    }

    private func locked(_ path: String, _ body: () throws(InferenceError) -> Void) throws(InferenceError) {
        do {
            try PrivateDirectory.create(directory)
            _ = chmod(directory, 0o700)
            try FileLock(protecting: path).withLock(body)
        } catch { throw Self.error(error) }
    }

    private func notProfiles(_ path: String) -> InferenceError {
        InferenceError(
            .invalidConfiguration, "\(path) has another shape than expected; it was left as it is",
            hint: "mv '\(path)' '\(path).broken'")
    }

    private static func error(_ error: any Error) -> InferenceError {
        switch error {
        case let error as InferenceError: error
        case let error as FileError: error.inferenceError
        default: InferenceError(.invalidConfiguration, "the credential file cannot be changed")
        }
    }
}
