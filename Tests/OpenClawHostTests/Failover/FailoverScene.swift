import Foundation
import Inference

@testable import OpenClawHost

/// Targets, errors and a clock for tables of failover rules.
enum FailoverScene {
    static let now = 1_795_000_000.0

    static func target(
        _ model: ModelID = "plus-1", _ credential: String = "a", account: String = "coding@world",
        declared: Bool = false, provider: ProviderID = "acme", endpoint: EndpointID = "coding-world"
    ) -> FailoverTarget {
        FailoverTarget(
            provider: provider, model: model, endpoint: endpoint, credential: credential,
            account: AccountIdentity(account, isDeclared: declared))
    }

    static func error(
        _ code: InferenceError.Code, retry: FailureDisposition.Retry = .never, rotates: Bool = false,
        next: Bool = false, scope: FailureDisposition.Scope = .request, rest: FailureDisposition.Rest = .brief,
        retryAfter: Int? = nil, resetIn: Double? = nil, probing: FailureDisposition.Probing? = nil
    ) -> InferenceError {
        InferenceError(
            code, "the test failed it", retryAfter: retryAfter.map { .seconds($0) },
            resetAt: resetIn.map { now + $0 },
            disposition: FailureDisposition(
                retry: retry, rotates: rotates, triesNextModel: next, scope: scope, rest: rest, probing: probing))
    }

    static let throttle = error(.rateLimited, retry: .backoff, next: true, scope: .model, retryAfter: 5)
    static let crowd = error(.rateLimited, retry: .backoff, scope: .plan, retryAfter: 3)
    static let window = error(.quotaExhausted, rotates: true, scope: .plan, rest: .window, resetIn: 7200)
    static let arrears = error(.quotaExhausted, rotates: true, scope: .credential, rest: .billing)
    static let ambiguous = error(
        .quotaExhausted, rotates: true, scope: .plan, rest: .window, retryAfter: 90,
        probing: FailureDisposition.Probing(every: 90, limit: 900))
    static let refusedKey = error(.unauthenticated, rotates: true, scope: .credential)
    static let revokedKey = error(.unauthenticated, rotates: true, scope: .credential, rest: .revoked)
    static let hiccup = error(.unavailable, retry: .backoff, next: true)
    static let unknownModel = error(.modelNotFound, next: true, scope: .model)
    static let wrong = error(.invalidRequest)
    static let tooLong = error(.contextTooLong, next: true)
    static let filtered = error(.contentRejected)

    static let all = [
        throttle, crowd, window, arrears, ambiguous, refusedKey, revokedKey, hiccup, unknownModel, wrong, tooLong,
        filtered, InferenceError(.connectionFailed, "no route"), InferenceError(.deadlineExceeded, "late"),
        InferenceError(.truncated, "cut"), InferenceError(.planClientRefused, "tools only"),
        InferenceError(.cancelled, "stopped"), InferenceError("odd_code", "odd"),
    ]

    /// Drives a machine with a script of errors until it answers, gives up or the script ends.
    static func run(
        _ targets: [FailoverTarget], _ script: [InferenceError], health: [HealthKey: HealthRecord] = [:],
        policy: FailoverPolicy = FailoverPolicy(), deadline: Double? = nil
    ) -> Story {
        var machine = FailoverMachine(
            targets: targets, health: health, policy: policy, at: now, deadline: deadline.map { now + $0 })
        var story = Story()
        var errors = script[...]
        var generator = SeededGenerator(seed: 7)
        var time = now
        while true {
            switch machine.next(at: time) {
            case .wait(let end):
                story.waited += end - time
                time = end
            case .giveUp(let summary):
                story.error = summary.error(at: time)
                return story
            case .attempt(let index, let isProbe):
                story.asked.append(index)
                story.times.append(time - now)
                if isProbe { story.probes.append(index) }
                guard let error = errors.popFirst() else {
                    story.isAnswered = true
                    return story
                }
                if let fact = machine.failed(error, at: time, using: &generator) {
                    story.facts.append(fact)
                    var record = machine.health[fact.key] ?? HealthRecord()
                    record.fail(
                        error, of: fact.model, at: time, cooldowns: policy.cooldowns, provider: fact.key.provider)
                    machine.refresh(fact.key, record)
                }
            }
        }
    }

    struct Story {
        var asked: [Int] = []
        var times: [Double] = []
        var probes: [Int] = []
        var facts: [FailoverMachine.Fact] = []
        var waited = 0.0
        var isAnswered = false
        var error: InferenceError?
    }
}
