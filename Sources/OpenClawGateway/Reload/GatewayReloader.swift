import Dispatch
package import Inference
package import OpenClawHost
import Synchronization

/// Takes over changed files while requests go on: all of them, or none.
///
/// The files are looked at once a second, which also works where a file system tells nobody of changes. A file that cannot
/// be used changes nothing: what runs goes on with what it has, and the reason is told.
package final class GatewayReloader: Sendable {
    /// What the gateway works with, and how it was settled.
    package struct Snapshot: Sendable {
        package var installation: Installation
        package var settings: GatewaySettings

        package init(installation: Installation, settings: GatewaySettings) {
            self.installation = installation
            self.settings = settings
        }
    }

    private struct State {
        var current: Snapshot
        var files: FileWatchList
        var paths: [String]
        var timer: (any DispatchSourceTimer)?
        var reloads = 0
        var problem: String?
    }

    private let load: @Sendable () throws(InferenceError) -> Snapshot
    private let onChange: @Sendable (Snapshot) throws(InferenceError) -> Void
    private let report: @Sendable (_ message: String, _ isProblem: Bool) -> Void
    private let queue = DispatchQueue(label: "openclaw.reload")
    private let state: Mutex<State>

    /// - Parameters:
    ///   - current: what the gateway has started with.
    ///   - load: reads everything anew.
    ///   - onChange: takes a snapshot over; when it throws, it must have changed nothing.
    ///   - report: hears what happened, for the log.
    package init(
        current: Snapshot, load: @escaping @Sendable () throws(InferenceError) -> Snapshot,
        onChange: @escaping @Sendable (Snapshot) throws(InferenceError) -> Void,
        report: @escaping @Sendable (_ message: String, _ isProblem: Bool) -> Void
    ) {
        self.load = load
        self.onChange = onChange
        self.report = report
        let paths = current.installation.watchedFiles
        state = Mutex(State(current: current, files: FileWatchList(paths), paths: paths))
    }

    deinit { stop() }

    /// What was taken over last, at first what the gateway has started with.
    package var current: Snapshot { state.withLock { $0.current } }

    /// How often the files were taken over, and why the last change was not.
    package var summary: (reloads: Int, problem: String?) { state.withLock { ($0.reloads, $0.problem) } }

    /// Looks at the files from now on.
    package func start(every interval: Duration = .seconds(1)) {
        let pause = DispatchTimeInterval.nanoseconds(Int(interval / .nanoseconds(1)))
        state.withLock { state in
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(deadline: .now() + pause, repeating: pause)
            timer.setEventHandler { [weak self] in self?.look() }
            timer.activate()
            state.timer = timer
        }
    }

    package func stop() {
        state.withLock { state in
            state.timer?.cancel()
            state.timer = nil
        }
    }

    /// Takes the files over as they stand now, changed or not.
    package func reload() throws(InferenceError) {
        let result: Result<Void, InferenceError> = queue.sync {
            do throws(InferenceError) {
                try takeOver()
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Takes the files over when they have changed since the last look.
    package func look() {
        let hasChanged = state.withLock { state in FileWatchList(state.paths) != state.files }
        // A broken file is told of once, not every second: its marks are noted before it is read.
        if hasChanged { try? takeOver() }
    }

    private func takeOver() throws(InferenceError) {
        state.withLock { $0.files = FileWatchList($0.paths) }
        do throws(InferenceError) {
            let snapshot = try load()
            try snapshot.requireSound()
            try onChange(snapshot)
            state.withLock { state in
                state.paths = snapshot.installation.watchedFiles
                state.files = FileWatchList(state.paths)
                state.current = snapshot
                state.reloads += 1
                state.problem = nil
            }
            report("the configuration was read again", false)
        } catch {
            state.withLock { $0.problem = error.message }
            report("the changed files are not used: \(error.message)", true)
            throw error
        }
    }
}

extension GatewayReloader.Snapshot {
    /// What a start forgives, a reload does not: with the last good copy of a broken file nothing would change.
    fileprivate func requireSound() throws(InferenceError) {
        for source in installation.configuration.sources {
            guard let error = source.syntaxError else { continue }
            let place = installation.locations.shortened(source.path)
            throw InferenceError(
                .invalidConfiguration, "\(place):\(error.position.line): \(error.message)",
                hint: "openclaw config validate")
        }
        try installation.configuration.requireValid()
    }
}

extension Installation {
    /// The files that decide how the gateway works, whether they exist or not.
    var watchedFiles: [String] {
        let included = configuration.sources.map(\.path)
        let own = [
            locations.configurationFile, locations.dotenvFile, store.path, GatewayFiles(locations).token,
        ]
        return Array(Set(included + own + [locations.gatewayEnvironmentFile].compactMap { $0 })).sorted()
    }
}
