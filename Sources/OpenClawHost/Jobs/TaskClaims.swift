import Inference

/// Says whose the tasks are that nobody was told of: several jobs may have lost their answers, and none may get the task of
/// another one.
///
/// A task can only be of a job that was asked for before it began, and of a job with its prompt, once the service shows
/// that. What it counted of a result tells jobs apart, too, that differ in length, size or number. A task that can be of one
/// job alone is that job's, and neither is looked at again. Jobs that ask for the same in everything may have each other's
/// tasks: nobody could tell.
struct TaskClaims {
    /// A task of the service's list that no job has.
    struct Found: Hashable {
        var entry: TaskListing.Entry
        /// By the clock of this machine; `nil` where the list does not say.
        var begunAt: Double?
        /// What it works on; `nil` as long as the service does not show it.
        var prompt: String?
        /// What the service counted, once it is done.
        var usage: GenerationUsage?
    }

    enum Verdict: Hashable {
        /// Tasks that are this job's; the nearest in time first. Jobs that ask for the same may be quicker.
        case ours([TaskListing.Entry])
        /// It will show when the tasks are done.
        case wait
        /// One of them may be this job's, and nothing says which.
        case unclear
        /// The job was not begun.
        case none
    }

    let job: Job
    /// Other jobs of the model whose answers were lost.
    let rivals: [Job]
    let timing: JobTiming

    func verdict(on tasks: [Found]) -> Verdict {
        let jobs = [job] + rivals
        var owners = tasks.map { task in narrowed(jobs.indices.filter { fits(task, jobs[$0]) }, task, jobs) }
        settle(&owners, jobs)
        let possible = tasks.indices.filter { owners[$0].contains(0) }
        guard !possible.isEmpty else { return .none }
        let certain = possible.filter { owners[$0].allSatisfy { jobs[$0].plan == job.plan } }
        if !certain.isEmpty {
            return .ours(certain.sorted { late(tasks[$0]) < late(tasks[$1]) }.map { tasks[$0].entry })
        }
        let mayShow = possible.contains { index in
            !tasks[index].entry.state.isFinal && owners[index].contains { !jobs[$0].plan.looksLike(job.plan) }
        }
        if mayShow { return .wait }
        return inOrder(tasks, owners, jobs).map { .ours([$0]) } ?? .unclear
    }

    private func late(_ task: Found) -> Double { abs((task.begunAt ?? asked(job)) - asked(job)) }

    private func asked(_ job: Job) -> Double { job.submittedAt ?? job.createdAt }

    private func fits(_ task: Found, _ job: Job) -> Bool {
        if let prompt = task.prompt, prompt != job.plan.prompt { return false }
        guard let begunAt = task.begunAt else { return true }
        let late = begunAt - asked(job)
        return late > -timing.earliness && late < timing.lateness
    }

    /// Those of whose wish the result is. What fits nobody tells nothing: then the service counts in a way of its own.
    private func narrowed(_ owners: [Int], _ task: Found, _ jobs: [Job]) -> [Int] {
        guard let usage = task.usage else { return owners }
        let matching = owners.filter { jobs[$0].plan.mayHaveGiven(usage) }
        return matching.isEmpty ? owners : matching
    }

    /// Takes jobs out whose task is certain, until nothing changes. A job has one task.
    private func settle(_ owners: inout [[Int]], _ jobs: [Job]) {
        var settled: Set<Int> = []
        while let index = owners.firstIndex(where: { $0.count == 1 && $0[0] != 0 && !settled.contains($0[0]) }) {
            let owner = owners[index][0]
            settled.insert(owner)
            for other in owners.indices where other != index { owners[other].removeAll { $0 == owner } }
        }
    }

    /// The task of this job when every job has one and they were asked for so far apart that the order tells.
    private func inOrder(_ tasks: [Found], _ owners: [[Int]], _ jobs: [Job]) -> TaskListing.Entry? {
        let contested = tasks.indices.filter { owners[$0].count > 1 && tasks[$0].begunAt != nil }
            .sorted { tasks[$0].begunAt ?? 0 < tasks[$1].begunAt ?? 0 }
        let claimants = Set(contested.flatMap { owners[$0] }).sorted { asked(jobs[$0]) < asked(jobs[$1]) }
        guard contested.count == claimants.count, let place = claimants.firstIndex(of: 0) else { return nil }
        let isApart = zip(claimants, claimants.dropFirst()).allSatisfy { first, second in
            jobs[first].plan == jobs[second].plan || asked(jobs[second]) - asked(jobs[first]) >= timing.apart
        }
        let fits = zip(contested, claimants).allSatisfy { owners[$0].contains($1) }
        return isApart && fits ? tasks[contested[place]].entry : nil
    }
}
