import Inference

/// Replaces `$include` by the content of the named files.
///
/// Files are named relative to the including one and must lie below the directory of the main file or an allowed root,
/// symbolic links resolved. Several files merge in order; keys beside `$include` win over them.
struct IncludeResolver {
    static let maximumDepth = 10

    private let roots: [String]
    private(set) var sources: [ConfigurationSource] = []
    private(set) var issues: [ConfigurationIssue] = []
    private var chain: [String]
    private let overlay: [String: [UInt8]]

    init(mainFile: String, roots: [String], overlay: [String: [UInt8]] = [:]) {
        self.overlay = overlay
        let main = RealPath.resolve(mainFile) ?? mainFile
        chain = [main]
        let ownDirectories = [FilePathText.parent(of: main), FilePathText.parent(of: mainFile)]
        self.roots = ([ownDirectories[0]] + (ownDirectories.dropFirst() + roots).compactMap(RealPath.resolve))
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    mutating func resolve(_ value: ConfigurationValue, at path: ConfigurationPath = .root) -> ConfigurationValue {
        switch value.content {
        case .array(let elements):
            let resolved = elements.enumerated().map { resolve($1, at: path.appending($0)) }
            return ConfigurationValue(.array(resolved), origin: value.origin)
        case .object(let members):
            let siblings = members.filter { $0.key != "$include" }.map { member in
                var member = member
                member.value = resolve(member.value, at: path.appending(member.key))
                return member
            }
            let rest = ConfigurationValue(.object(siblings), origin: value.origin)
            guard let include = members.first(where: { $0.key == "$include" }) else { return rest }
            return merge(include, with: rest, at: path)
        default: return value
        }
    }

    private mutating func merge(
        _ include: ConfigurationMember, with rest: ConfigurationValue, at path: ConfigurationPath
    ) -> ConfigurationValue {
        let path = path.appending("$include")
        let names = include.value.string.map { [$0] } ?? include.value.elements.compactMap(\.string)
        guard include.value.string != nil || names.count == include.value.elements.count && !names.isEmpty else {
            report(path, "expected a file name or a list of file names", include.value.origin)
            return rest
        }
        var merged: ConfigurationValue?
        for name in names {
            guard let content = load(name, at: path, origin: include.value.origin) else { continue }
            merged = merged?.merging(content) ?? content
        }
        guard let merged else { return rest }
        guard !rest.members.isEmpty else { return merged }
        guard case .object = merged.content else {
            report(path, "expected an object in the file, because there are keys beside $include", include.value.origin)
            return rest
        }
        return merged.merging(rest)
    }

    private mutating func load(
        _ name: String, at path: ConfigurationPath, origin: ConfigurationOrigin
    ) -> ConfigurationValue? {
        let wanted = FilePathText.normalized(FilePathText.join(FilePathText.parent(of: origin.file), name))
        guard let file = RealPath.resolve(wanted) else {
            report(path, "file not found: \(wanted)", origin)
            return nil
        }
        guard let problem = refusal(of: file) else { return read(file, at: path, origin: origin) }
        report(path, problem, origin)
        return nil
    }

    private func refusal(of file: String) -> String? {
        if chain.contains(file) { return "circular include: " + (chain + [file]).joined(separator: " -> ") }
        if chain.count > Self.maximumDepth { return "more than \(Self.maximumDepth) levels of includes" }
        let isInside = roots.contains { $0 == "/" || file.hasPrefix($0 + "/") }
        return isInside ? nil : "\(file) is outside of \(roots.joined(separator: ", "))"
    }

    private mutating func read(
        _ file: String, at path: ConfigurationPath, origin: ConfigurationOrigin
    ) -> ConfigurationValue? {
        do throws(ConfigurationReadError) {
            guard let source = try ConfigurationSource.read(file, overlay: overlay) else { return nil }
            sources.append(source)
            guard let root = source.document.root else { return nil }
            chain.append(file)
            defer { chain.removeLast() }
            return resolve(ConfigurationValue(root, of: source.document, file: file))
        } catch {
            report(path, error.inferenceError.message, origin)
            return nil
        }
    }

    private mutating func report(_ path: ConfigurationPath, _ message: String, _ origin: ConfigurationOrigin) {
        issues.append(ConfigurationIssue(.error, path, message, origin: origin))
    }
}
