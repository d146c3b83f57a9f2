package import Inference

/// A program that keeps services running.
package protocol ServiceManager: Sendable {
    /// Its name: `systemd` or `launchd`.
    var name: String { get }

    /// Whether it serves this user here. In most containers there is none.
    var isAvailable: Bool { get }

    func state() -> ServiceState

    /// Writes the service's file, or writes it anew, and starts the service.
    ///
    /// - Returns: what the user should know.
    func install() throws(InferenceError) -> [String]

    /// Stops the service and removes its file. False when there was none.
    func uninstall() throws(InferenceError) -> Bool

    func start() throws(InferenceError)

    func stop() throws(InferenceError)

    func restart() throws(InferenceError)
}

/// Runs a program of the system by its name and arguments.
package typealias ProgramRunner = @Sendable (_ name: String, _ arguments: [String]) -> ProgramRun

extension ServiceManager {
    func failure(_ what: String, _ run: ProgramRun, hint: String) -> InferenceError {
        let reason = run.output.split(separator: "\n").last.map { ": \($0)" } ?? ""
        return InferenceError(.gatewayStopped, "\(name) could not \(what) the gateway\(reason)", hint: hint)
    }

    static func write(_ text: String, to path: String) throws(InferenceError) {
        do throws(FileError) {
            try AtomicFile(path).replace(with: Array(text.utf8))
        } catch {
            throw error.inferenceError
        }
    }

    static func exists(_ path: String) -> Bool { ((try? FileContents.read(path)) ?? nil) != nil }

    static func contents(_ path: String) -> String {
        ((try? FileContents.read(path)) ?? nil).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
