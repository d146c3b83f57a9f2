import Inference
import OpenClawHost

/// Connects one client: finds or makes its key, and shows or writes its settings.
struct ConnectJob {
    let context: CommandContext
    let installation: Installation
    let recipe: ClientRecipe
    let rotates: Bool

    /// A file as it is and as it will be.
    struct Change {
        var path: String
        var before: [UInt8]?
        var after: [UInt8]
        /// Our part alone.
        var excerpt: String
    }

    /// The key that goes into the settings.
    enum Key {
        case kept(Secret)
        case made(Secret)
        /// There is one, and nobody but the client knows it.
        case unknown

        var secret: Secret? {
            switch self {
            case .kept(let secret), .made(let secret): secret
            case .unknown: nil
            }
        }
    }

    var name: String { recipe.id }

    /// The files of the client; variables have a file of their own in the state directory.
    var files: [ClientFile] {
        let variables = recipe.variables.isEmpty ? [] : [ClientFile(environment: variablesFile, recipe.variables)]
        return recipe.files + variables
    }

    var variablesFile: String {
        FilePathText.join(installation.locations.stateDirectory, "connect/\(recipe.id).env")
    }

    func path(of file: ClientFile) -> String {
        ConfigurationLocations.expandingTilde(file.path, home: installation.locations.home)
    }

    /// The key of an earlier run when a file still holds it, else a new one.
    ///
    /// - Parameter mayReplace: whether a key that nobody can read here gives way to a new one.
    func key(mayReplace: Bool) throws(InferenceError) -> Key {
        let mint = VirtualKeyMint(try context.keys(of: installation), now: context.now)
        if !rotates {
            for file in files {
                for secret in Self.keys(in: try ConnectJournal.read(path(of: file)) ?? []) {
                    if try mint.active(name, secret: secret) != nil { return .kept(secret) }
                }
            }
            if !mayReplace, try mint.hasActive(name) { return .unknown }
        }
        return .made(try mint.mint(name, rotates: true).secret)
    }

    func values(_ key: Secret?) throws(InferenceError) -> ConnectValues {
        let settings = try GatewaySettingsReader(installation.settings).read()
        let selection = try installation.selector.defaultModel()
        let listed = selection.entry.catalogue.models.filter { $0.isChat && !$0.isHidden && $0.replacedBy == nil }.map(
            \.id.rawValue)
        let model = selection.reference.model.rawValue
        return ConnectValues(
            address: settings.address, key: key?.expose() ?? "<key of \(name)>", model: model,
            models: [model] + listed.filter { $0 != model })
    }

    func changes(_ values: ConnectValues) throws(InferenceError) -> [Change] {
        var changes: [Change] = []
        for file in files {
            let merge = ConfigurationMerge(file: file, values: values)
            let path = path(of: file)
            let before = try ConnectJournal.read(path)
            changes.append(
                Change(
                    path: path, before: before, after: try merge.merged(into: before),
                    excerpt: String(decoding: try merge.merged(into: nil), as: UTF8.self)))
        }
        return changes
    }

    /// Writes what has changed.
    ///
    /// - Returns: the paths that were written.
    func write(_ changes: [Change]) throws(InferenceError) -> [String] {
        let journal = ConnectJournal(installation.locations, client: recipe.id)
        var written: [String] = []
        for change in changes where change.before != change.after {
            try journal.note(change.path, before: change.before, after: change.after)
            try ConnectJournal.write(change.after, to: change.path)
            written.append(change.path)
        }
        return written
    }

    /// Everything in a file that has the shape of our keys.
    private static func keys(in bytes: [UInt8]) -> [Secret] {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.filter { $0.hasPrefix("sk-oc-") }.map {
            Secret(String($0))
        }
    }
}
