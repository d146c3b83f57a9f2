import Inference

/// Puts a user's base URL onto an endpoint: its host stays, its path becomes what the endpoint speaks at.
struct EndpointRewriting {
    /// The endpoint that owns the host.
    var endpoint: Endpoint
    /// All endpoints whose paths people mix up.
    var siblings: [Endpoint]

    /// The endpoint with every URL on the pasted host, and what was changed.
    func apply(_ pasted: PastedBaseURL) -> (endpoint: Endpoint, notes: [String]) {
        var url = pasted
        if url.scheme == "http" {
            url.scheme = "https"
            url.notes.append("using https for \(url.host)")
        }
        let own = Self.path(endpoint.baseURL)
        if url.segments != own, isVariant(url.segments, of: own) {
            if !url.segments.isEmpty {
                url.notes.append("\(endpoint.label) answers at /\(own.joined(separator: "/")); using that path")
            }
            url.segments = own
        } else if url.segments != own {
            let expected = url.origin + own.map { "/" + $0 }.joined()
            url.notes.append("base URL has a path that \(endpoint.label) is not known to serve; expected \(expected)")
        }
        var result = endpoint
        result.baseURL = url.text
        result.nativeURL = endpoint.nativeURL.map { url.origin + Self.joined($0) }
        result.anthropicURL = endpoint.anthropicURL.map { url.origin + Self.joined($0) }
        return (result, url.notes)
    }

    /// Whether a path is a usual slip for the right one: cut short, doubled, or another protocol's or plan's.
    private func isVariant(_ segments: [String], of own: [String]) -> Bool {
        let wanted = Self.collapse(segments.map { $0.lowercased() })
        if Self.isPrefix(wanted, of: own) || wanted == ["v1"] { return true }
        if !own.isEmpty, wanted.count > own.count, Array(wanted.suffix(own.count)) == own, own != ["v1"] { return true }
        let known = siblings.flatMap { [$0.baseURL, $0.nativeURL, $0.anthropicURL].compactMap { $0 } }.map(Self.path)
        return known.contains { path in
            Self.isPrefix(wanted, of: path) || wanted == path + ["v1"]
        }
    }

    /// The path without a repeated version at its end.
    private static func collapse(_ segments: [String]) -> [String] {
        var result = segments
        while result.count >= 2, result.last == result[result.count - 2] { result.removeLast() }
        return result
    }

    private static func isPrefix(_ segments: [String], of path: [String]) -> Bool {
        Array(path.prefix(segments.count)) == segments
    }

    /// The segments of a URL's path.
    static func path(_ url: String) -> [String] {
        let rest = url.range(ofScheme: "://").map { url[$0...] } ?? url[...]
        return rest.split(separator: "/").dropFirst().map(String.init)
    }

    private static func joined(_ url: String) -> String { path(url).map { "/" + $0 }.joined() }
}

extension String {
    /// The index after the first `://`.
    fileprivate func range(ofScheme mark: String) -> String.Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(mark) { return self.index(index, offsetBy: mark.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
