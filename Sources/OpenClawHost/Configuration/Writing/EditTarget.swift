import Inference

/// Finds the file in which a value has to be written: the main one, or one that it includes.
struct EditTarget {
    /// Where a value goes: a file, and the path of the value inside of it.
    struct Place: Equatable {
        var file: String
        var path: ConfigurationPath
    }

    /// The current documents by path.
    let documents: [String: JSON5Document]

    /// - Throws: `.invalidConfiguration` when the value belongs to several files or to none for sure.
    func place(of path: ConfigurationPath, in file: String) throws(InferenceError) -> Place {
        guard let document = documents[file] else { return Place(file: file, path: path) }
        for depth in 0...path.components.count {
            let head = ConfigurationPath(Array(path.components.prefix(depth)))
            let tail = ConfigurationPath(Array(path.components.dropFirst(depth)))
            guard let node = document.node(at: head) else { break }
            if tail.isRoot, includesFiles(node) {
                throw refusal(path, "it is kept in included files; set a key below it")
            }
            guard let include = node.member("$include")?.value, let key = tail.components.first?.key else { continue }
            if let place = try place(of: tail, key: key, include: include, beside: node, in: file) { return place }
        }
        return Place(file: file, path: path)
    }

    /// The place in an included file; `nil` when the value belongs to the including one.
    private func place(
        of tail: ConfigurationPath, key: String, include: JSON5Node, beside node: JSON5Node, in file: String
    ) throws(InferenceError) -> Place? {
        let standsHere = node.member(key) != nil
        let hasSiblings = node.members.count > 1
        guard case .string(let name) = include.content else {
            if standsHere { return nil }
            throw refusal(tail, "it may be in any of several included files; edit the file that has it")
        }
        let target = FilePathText.normalized(FilePathText.join(FilePathText.parent(of: file), name))
        guard let included = RealPath.resolve(target), let document = documents[included] else {
            if hasSiblings || standsHere { return nil }
            throw refusal(tail, "the included file \(target) cannot be read")
        }
        let standsThere = document.root?.member(key) != nil
        if standsHere && standsThere { throw refusal(tail, "it is both here and in the included file \(included)") }
        if standsHere || hasSiblings && !standsThere { return nil }
        return try place(of: tail, in: included)
    }

    private func includesFiles(_ node: JSON5Node) -> Bool {
        node.member("$include") != nil || node.children.contains(where: includesFiles)
    }

    private func refusal(_ path: ConfigurationPath, _ reason: String) -> InferenceError {
        InferenceError(.invalidConfiguration, "\(path) cannot be written: \(reason)", hint: "openclaw config file")
    }
}
