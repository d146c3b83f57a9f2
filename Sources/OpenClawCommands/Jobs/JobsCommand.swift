package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw jobs`: generations that take longer than a command.
package struct JobsCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "See and go on with videos and pictures that are being made.",
        discussion: """
            Every generation is written down before it is asked for. Whatever happens to the command that asked, \
            'openclaw jobs resume' goes on where it ended, and nothing is asked for twice.

            Examples:
              openclaw jobs list
              openclaw jobs wait <job>
              openclaw jobs resume
            """,
        subcommands: [
            JobsList.self, JobsShow.self, JobsWait.self, JobsResume.self, JobsCancel.self, JobsOpen.self,
        ],
        defaultSubcommand: JobsList.self)

    package init() {}
}

/// `openclaw jobs list`
package struct JobsList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List jobs, the newest first.",
        discussion: """
            Examples:
              openclaw jobs list
              openclaw jobs list --open --json
            """)

    @Flag(help: "Only jobs that have not ended.")
    package var open = false

    @Option(help: "How many at most.")
    package var limit = 50

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1") }
    }

    package func run() async throws {
        let context = CommandContext.current
        let states = open ? JobState.allCases.filter { !$0.isFinal || $0 == .unresolved } : nil
        let jobs = try context.jobStore(of: context.installation()).jobs(JobQuery(states: states, limit: limit))
        try context.show(JobListView(jobs: jobs, now: context.now()), as: output.format)
    }
}

/// `openclaw jobs show`
package struct JobsShow: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show all that is known of a job.",
        discussion: """
            Example:
              openclaw jobs show <job> --json
            """)

    @Argument(help: "The id of the job, or how it begins.")
    package var job: String

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        try context.show(JobView(job: context.job(job, of: context.installation())), as: output.format)
    }
}

/// `openclaw jobs cancel`
package struct JobsCancel: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Give a job up; what runs already cannot be stopped and is billed.",
        discussion: """
            Example:
              openclaw jobs cancel <job>
            """)

    @Argument(help: "The id of the job, or how it begins.")
    package var job: String

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let runner = try context.jobRunner(of: installation, books: context.usageRecorder(of: installation))
        let cancelled = try await runner.cancel(context.job(job, of: installation).id)
        try context.show(JobView(job: cancelled), as: output.format)
    }
}

/// `openclaw jobs open`
package struct JobsOpen: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Show the files of a job on the desktop.",
        discussion: """
            Example:
              openclaw jobs open <job>
            """)

    @Argument(help: "The id of the job, or how it begins.")
    package var job: String

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let found = try context.job(job, of: context.installation())
        guard !found.files.isEmpty else {
            throw InferenceError(
                .invalidConfiguration, "job \(found.id) has no files yet: it is \(found.state.text)",
                hint: "openclaw jobs wait \(found.id)")
        }
        for file in found.files {
            try context.print(file.path)
            try FileOpener(environment: context.environment).open(file.path)
        }
    }
}

extension CommandContext {
    /// The job that the user named.
    func job(_ id: String, of installation: Installation) throws(InferenceError) -> Job {
        if let job = try jobStore(of: installation).job(id) { return job }
        throw InferenceError(
            .invalidConfiguration, "there is no job \(id), or more than one begins so", hint: "openclaw jobs list")
    }
}
