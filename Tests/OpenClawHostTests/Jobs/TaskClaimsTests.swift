import Foundation
import Inference
import Qwen
import Testing

@testable import OpenClawHost

@Suite struct TaskClaimsTests {
    /// Read once: the catalogue is large.
    private static let support = try? QwenProvider.all().first?.generation?.models()
        .first { $0.model == "wan2.6-t2v" }

    private func job(
        _ id: String, at seconds: Double, prompt: String = "a kite", seed: Int = 1, length: Double? = nil,
        ratio: AspectRatio? = nil
    ) -> Job {
        var wish = GenerationRequest(kind: .video, prompt: prompt)
        wish.seed = seed
        wish.seconds = length
        wish.aspectRatio = ratio
        guard let support = Self.support,
            let plan = try? GenerationPlanner(support: support, endpoint: "standard-intl").plan(wish)
        else { preconditionFailure("the catalogue has the page's default") }
        var job = Job(
            id: id, provider: "p", endpoint: "e", service: "s", account: "a", credential: "", plan: plan, createdAt: 0)
        job.submittedAt = seconds
        job.state = .submitting
        return job
    }

    private func task(
        _ id: String, at seconds: Double?, _ state: TaskReport.State = .running, prompt: String? = nil,
        usage: GenerationUsage? = nil
    ) -> TaskClaims.Found {
        TaskClaims.Found(
            entry: TaskListing.Entry(id: id, model: "wan2.6-t2v", state: state), begunAt: seconds, prompt: prompt,
            usage: usage)
    }

    private func verdict(
        _ job: Job, against rivals: [Job], _ tasks: [TaskClaims.Found]
    ) -> TaskClaims.Verdict {
        TaskClaims(job: job, rivals: rivals, timing: JobTiming()).verdict(on: tasks)
    }

    private func ours(_ tasks: TaskClaims.Found...) -> TaskClaims.Verdict { .ours(tasks.map(\.entry)) }

    @Test func withoutRivalsTheNearestTaskIsOurs() {
        let (near, far) = (task("near", at: 101), task("far", at: 130))
        #expect(verdict(job("a", at: 100), against: [], [far, near]) == ours(near, far))
        #expect(verdict(job("a", at: 100), against: [], [task("old", at: 90), task("late", at: 290)]) == .none)
        #expect(verdict(job("a", at: 100), against: [], [task("timeless", at: nil)]) == ours(task("timeless", at: nil)))
    }

    @Test func whatBeganBeforeTheOtherWasAskedForIsNotTheOthers() {
        let (a, b) = (job("a", at: 100, seed: 1), job("b", at: 110, seed: 2))
        let (first, second) = (task("t1", at: 100.5), task("t2", at: 110.5))
        #expect(verdict(a, against: [b], [second, first]) == ours(first))
        #expect(verdict(b, against: [a], [second, first]) == ours(second))
    }

    /// The one of which nothing came must not get what came of the other.
    @Test func aTaskThatMayBeAnothersIsTakenByNobody() {
        let (a, b) = (job("a", at: 100, seed: 1), job("b", at: 110, seed: 2))
        let only = [task("t2", at: 110.5)]
        #expect(verdict(a, against: [b], only) == .unclear && verdict(b, against: [a], only) == .unclear)
    }

    @Test func jobsThatAskForTheSameMayHaveEachOthers() {
        let (a, b) = (job("a", at: 100), job("b", at: 100.2))
        let tasks = [task("t1", at: 100.4), task("t2", at: 100.6)]
        #expect(verdict(a, against: [b], tasks) == ours(tasks[0], tasks[1]))
    }

    @Test func promptsDecideOnceTheyAreShown() {
        let (a, b) = (job("a", at: 100, prompt: "a kite"), job("b", at: 100.1, prompt: "a boat"))
        let running = [task("t1", at: 100.5), task("t2", at: 100.6)]
        #expect(verdict(a, against: [b], running) == .wait)
        let done = [
            task("t1", at: 100.5, .succeeded, prompt: "a boat"), task("t2", at: 100.6, .succeeded, prompt: "a kite"),
        ]
        #expect(verdict(a, against: [b], done) == ours(done[1]) && verdict(b, against: [a], done) == ours(done[0]))
        let half = [done[0], running[1]]
        #expect(verdict(a, against: [b], half) == ours(running[1]))
    }

    @Test func theOrderTellsWhenEveryJobHasATaskAndTheyAreFarApart() {
        let tasks = [task("t1", at: 100.4), task("t2", at: 101.9)]
        let (a, b) = (job("a", at: 100, seed: 1), job("b", at: 101.5, seed: 2))
        #expect(verdict(a, against: [b], tasks) == ours(tasks[0]) && verdict(b, against: [a], tasks) == ours(tasks[1]))
        let close = job("b", at: 100.3, seed: 2)
        #expect(verdict(a, against: [close], tasks) == .unclear)
    }

    @Test func whatWasCountedDecidesBetweenTheSamePrompts() {
        let running = [task("t1", at: 100.3), task("t2", at: 100.4)]
        func done(_ first: GenerationUsage, _ second: GenerationUsage) -> [TaskClaims.Found] {
            [
                task("t1", at: 100.3, .succeeded, prompt: "a kite", usage: first),
                task("t2", at: 100.4, .succeeded, prompt: "a kite", usage: second),
            ]
        }
        let (short, long) = (job("a", at: 100, length: 5), job("b", at: 100.1, length: 10))
        #expect(verdict(short, against: [long], running) == .wait)
        let lengths = done(GenerationUsage(outputSeconds: 10.04), GenerationUsage(outputSeconds: 5.02))
        #expect(verdict(short, against: [long], lengths) == ours(lengths[1]))
        #expect(verdict(long, against: [short], lengths) == ours(lengths[0]))
        let (wide, tall) = (job("a", at: 100, ratio: "16:9"), job("b", at: 100.1, ratio: "9:16"))
        let sizes = done(
            GenerationUsage(outputSeconds: 5, size: PixelSize(width: 1080, height: 1920)),
            GenerationUsage(outputSeconds: 5, size: PixelSize(width: 1920, height: 1080)))
        #expect(verdict(wide, against: [tall], sizes) == ours(sizes[1]))
        #expect(verdict(tall, against: [wide], sizes) == ours(sizes[0]))
    }

    /// A count that fits no wish must not make a task that there is look like none: it would be paid twice.
    @Test func aStrangeCountHidesNoTask() {
        let strange = task("t1", at: 100.3, .succeeded, prompt: "a kite", usage: GenerationUsage(outputSeconds: 42))
        #expect(verdict(job("a", at: 100, length: 5), against: [], [strange]) == ours(strange))
        let (a, b) = (job("a", at: 100, length: 5), job("b", at: 100.1, length: 10))
        #expect(verdict(a, against: [b], [strange]) == .unclear)
    }

    @Test func whatNoResultShowsStaysOpen() {
        let (a, b) = (job("a", at: 100, seed: 1), job("b", at: 100.1, seed: 2))
        #expect(verdict(a, against: [b], [task("t1", at: 100.3), task("t2", at: 100.4)]) == .unclear)
    }

    /// Whatever happens, no two jobs that ask for different things think that one task is theirs.
    @Test func noTaskIsTwoJobsAtOnceAndNoneIsAnothers() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let count = Int.random(in: 2...5, using: &random)
            let jobs = (0..<count).map { number in
                job(
                    "\(number)", at: 100 + Double.random(in: 0...20, using: &random),
                    prompt: Bool.random(using: &random) ? "a" : "b", seed: number,
                    length: Bool.random(using: &random) ? 5 : 10)
            }
            // Each one that was begun has a task; the answer takes up to 0.4 s.
            let tasks = jobs.filter { _ in Bool.random(using: &random) || Bool.random(using: &random) }.map { job in
                let isDone = Bool.random(using: &random)
                return task(
                    job.id, at: (job.submittedAt ?? 0) + .random(in: 0.01...0.4, using: &random),
                    isDone ? .succeeded : .running, prompt: isDone ? job.plan.prompt : nil,
                    usage: isDone ? GenerationUsage(outputSeconds: Double(job.plan.seconds ?? 0) + 0.04) : nil)
            }
            for job in jobs {
                let rivals = jobs.filter { $0.id != job.id }
                guard case .ours(let entries) = verdict(job, against: rivals, tasks) else { continue }
                #expect(entries.map(\.id) == [job.id])
            }
        }
    }
}
