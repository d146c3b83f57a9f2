package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw jobs wait`
package struct JobsWait: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Go on with a job until its files are there.",
        discussion: """
            Example:
              openclaw jobs wait <job> --timeout-ms 600000
            """)

    @Argument(help: "The id of the job, or how it begins.")
    package var job: String

    @OptionGroup package var options: JobWaitOptions

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        try await context.untilInterrupted { [self] in
            try await JobsReturn(context, options, asksAgain: false).run([job])
        }
    }
}

/// `openclaw jobs resume`
package struct JobsResume: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Go on with jobs that were interrupted; without an id with all of them.",
        discussion: """
            Examples:
              openclaw jobs resume
              openclaw jobs resume <job> --again
            """)

    @Argument(help: "The ids of jobs, or how they begin.")
    package var jobs: [String] = []

    @Flag(help: "Ask again for a job of which nobody can say whether it was begun. It may be paid twice.")
    package var again = false

    @OptionGroup package var options: JobWaitOptions

    package init() {}

    package func validate() throws {
        if again && jobs.isEmpty { throw ValidationError("--again needs the id of a job") }
    }

    package func run() async throws {
        let context = CommandContext.current
        try await context.untilInterrupted { [self] in
            try await JobsReturn(context, options, asksAgain: again).run(jobs)
        }
    }
}

/// How long to wait, and how to tell.
package struct JobWaitOptions: ParsableArguments {
    @Option(
        name: .customLong("timeout-ms"),
        help: ArgumentHelp("Stop waiting after this time; the job goes on.", valueName: "milliseconds"))
    package var timeoutMilliseconds: Int?

    @Flag(help: "Print JSON on standard output, progress as JSON lines on standard error, also for errors.")
    package var json = false

    package init() {}

    package func validate() throws {
        if let timeoutMilliseconds, timeoutMilliseconds < 1 { throw ValidationError("--timeout-ms must be at least 1") }
    }
}

/// Comes back to jobs, several at a time.
struct JobsReturn: Sendable {
    private let context: CommandContext
    private let options: JobWaitOptions
    private let asksAgain: Bool

    init(_ context: CommandContext, _ options: JobWaitOptions, asksAgain: Bool) {
        self.context = context
        self.options = options
        self.asksAgain = asksAgain
    }

    /// - Throws: the first failure, when all jobs have ended or failed.
    func run(_ names: [String]) async throws {
        let installation = try context.installation()
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        let runner = try context.jobRunner(of: installation, books: books)
        let ids = try names.isEmpty ? open(installation) : names.map { try context.job($0, of: installation).id }
        let outcomes = await outcomes(ids, runner)
        try show(outcomes, isList: names.isEmpty)
        try Task.checkCancellation()
        for case .failure(let error) in outcomes { throw error }
        if let failed = outcomes.lazy.compactMap({ try? $0.get() }).first(where: { $0.state != .succeeded }) {
            throw failed.failure?.error ?? InferenceError(.unavailable, "job \(failed.id) is \(failed.state.text)")
        }
    }

    /// The jobs that can go on by themselves, the oldest first.
    private func open(_ installation: Installation) throws(InferenceError) -> [String] {
        let states = JobState.allCases.filter { !$0.isFinal }
        return try context.jobStore(of: installation).jobs(JobQuery(states: states)).reversed().map(\.id)
    }

    private func outcomes(_ ids: [String], _ runner: JobRunner) async -> [Result<Job, any Error>] {
        let wait = JobWait(context, runner: runner, isJSON: options.json, milliseconds: options.timeoutMilliseconds)
        return await withTaskGroup(of: (Int, Result<Job, any Error>).self) { group in
            var found: [Int: Result<Job, any Error>] = [:]
            for (index, id) in ids.enumerated() {
                if index >= 16, let (done, outcome) = await group.next() { found[done] = outcome }
                group.addTask { [asksAgain] in
                    do { return (index, .success(try await wait.drive(id, asksAgain: asksAgain))) } catch {
                        return (index, .failure(error))
                    }
                }
            }
            for await (index, outcome) in group { found[index] = outcome }
            return ids.indices.compactMap { found[$0] }
        }
    }

    private func show(_ outcomes: [Result<Job, any Error>], isList: Bool) throws {
        let jobs = outcomes.compactMap { try? $0.get() }
        let format: OutputFormat = options.json ? .json : .text
        if isList || jobs.count > 1 {
            try context.show(JobListView(jobs: jobs, now: context.now()), as: format)
        } else if let job = jobs.first {
            try context.show(JobView(job: job), as: format)
        }
    }
}
