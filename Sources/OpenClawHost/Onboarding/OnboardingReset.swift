import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Moves the files of an installation aside, into a folder of their own. Nothing is deleted.
struct OnboardingReset {
    enum Scope: String, CaseIterable {
        case config
        case credentials = "config+creds+sessions"
        case full
    }

    var scope: Scope
    var locations: ConfigurationLocations
    var workspace: String
    /// Digits of the moment, for the name of the folder.
    var stamp: String

    init(
        scope text: String?, locations: ConfigurationLocations, workspace: String, stamp: String
    ) throws(InferenceError) {
        guard let scope = text.map(Scope.init(rawValue:)) ?? .credentials else {
            throw GatewayFlags.invalid("invalid --reset-scope; expected config, config+creds+sessions or full")
        }
        self.scope = scope
        self.locations = locations
        self.workspace = workspace
        self.stamp = stamp
    }

    /// Moves what is there and returns the folder, `nil` when nothing was there.
    func perform() throws(InferenceError) -> String? {
        let sources = sources.filter { access($0, F_OK) == 0 }
        guard !sources.isEmpty else { return nil }
        let folder = FilePathText.join(locations.stateDirectory, "backups/reset-\(stamp)")
        do throws(FileError) {
            try PrivateDirectory.create(folder)
            for source in sources { try move(source, into: folder) }
        } catch {
            throw error.inferenceError
        }
        return folder
    }

    private var sources: [String] {
        var paths = [locations.configurationFile, locations.lastGoodFile]
        guard scope != .config else { return paths }
        let store = AuthProfileStore(directory: locations.agentDirectory())
        paths += [store.path, store.statePath, FilePathText.join(locations.stateDirectory, "credentials")]
        paths.append(FilePathText.join(locations.stateDirectory, "agents/main/sessions"))
        if scope == .full { paths.append(workspace) }
        return paths
    }

    private func move(_ source: String, into folder: String) throws(FileError) {
        let target = FilePathText.join(folder, FilePathText.name(of: source))
        guard rename(source, target) == 0 else { throw FileError("move aside", source) }
    }
}
