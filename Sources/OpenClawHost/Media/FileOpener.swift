package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Shows a file with whatever the desktop uses for its kind.
package struct FileOpener: Sendable {
    private let environment: [String: String]

    package init(environment: [String: String]) { self.environment = environment }

    /// - Throws: `.unsupported` on a machine without a desktop.
    package func open(_ path: String) throws(InferenceError) {
        #if canImport(Darwin)
            let name = "open"
        #else
            let name = "xdg-open"
        #endif
        let folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":").map(String.init)
        guard let program = folders.map({ FilePathText.join($0, name) }).first(where: { access($0, X_OK) == 0 }) else {
            throw InferenceError(.unsupported, "there is no \(name) on this machine to show \(path) with")
        }
        let child = ChildProgram(path: program, arguments: [path], environment: environment)
        guard case .failure(let failure) = child.output(limit: 1 << 16, timeout: .seconds(20)) else { return }
        throw InferenceError(.unsupported, "\(path) could not be shown: \(failure.reason)")
    }
}
