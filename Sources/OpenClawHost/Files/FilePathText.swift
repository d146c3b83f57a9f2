/// Paths as text, without touching the disk.
package enum FilePathText {
    /// The directory that holds a path; "." for a bare name, "/" for the root.
    package static func parent(of path: String) -> String {
        let trimmed = withoutTrailingSlashes(path)
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        let parent = withoutTrailingSlashes(String(trimmed[..<slash]))
        return parent.isEmpty ? "/" : parent
    }

    /// The last component of a path.
    package static func name(of path: String) -> String {
        let trimmed = withoutTrailingSlashes(path)
        return trimmed.lastIndex(of: "/").map { String(trimmed[trimmed.index(after: $0)...]) } ?? trimmed
    }

    /// A path below a directory; an absolute path stays as it is.
    package static func join(_ directory: String, _ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return directory.hasSuffix("/") ? directory + path : directory + "/" + path
    }

    /// The absolute path without `.`, `..` and double slashes; symbolic links are not followed.
    package static func normalized(_ path: String) -> String {
        var components: [Substring] = []
        for component in path.split(separator: "/") where component != "." {
            if component == ".." { _ = components.popLast() } else { components.append(component) }
        }
        return "/" + components.joined(separator: "/")
    }

    private static func withoutTrailingSlashes(_ path: String) -> String {
        var rest = Substring(path)
        while rest.count > 1, rest.last == "/" { rest = rest.dropLast() }
        return String(rest)
    }
}
