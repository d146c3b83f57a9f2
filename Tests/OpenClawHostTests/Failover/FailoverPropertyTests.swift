import Inference
import Testing

@testable import OpenClawHost

/// Random targets, health and errors: whatever happens, the promises hold.
@Suite struct FailoverPropertyTests {
    private typealias Scene = FailoverScene

    private struct Attempt {
        var index: Int
        var time: Double
        var isProbe: Bool
        var error: InferenceError?
    }

    @Test func promisesHoldForAnyScript() {
        for seed in 0..<4000 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let targets = Self.targets(&generator)
            let health = Self.health(of: targets, &generator)
            var policy = FailoverPolicy()
            policy.maxAttempts = Int.random(in: 1...9, using: &generator)
            let attempts = drive(targets, health, policy, &generator)
            check(attempts, targets, health, policy, "seed \(seed)")
        }
    }

    private static func targets(_ generator: inout SeededGenerator) -> [FailoverTarget] {
        let models = Int.random(in: 1...3, using: &generator)
        let keys = Int.random(in: 1...3, using: &generator)
        let accounts = ["one", "two"]
        return (0..<models).flatMap { model in
            (0..<keys).map { key in
                FailoverScene.target(
                    ModelID("m\(model)"), "key\(key)", account: accounts[key % 2],
                    declared: Bool.random(using: &generator), endpoint: EndpointID("e\(key % 2)"))
            }
        }
    }

    private static func health(
        of targets: [FailoverTarget], _ generator: inout SeededGenerator
    ) -> [HealthKey: HealthRecord] {
        var health: [HealthKey: HealthRecord] = [:]
        for target in targets where Int.random(in: 0..<4, using: &generator) == 0 {
            let key = Bool.random(using: &generator) ? target.credentialKey : target.accountKey
            let error = FailoverScene.all.randomElement(using: &generator) ?? FailoverScene.window
            let age = Double(Int.random(in: 0...400, using: &generator))
            var record = health[key] ?? HealthRecord()
            record.fail(
                error, of: Bool.random(using: &generator) ? target.model : nil, at: FailoverScene.now - age,
                cooldowns: Cooldowns(), provider: "acme")
            health[key] = record
        }
        return health
    }

    private func drive(
        _ targets: [FailoverTarget], _ health: [HealthKey: HealthRecord], _ policy: FailoverPolicy,
        _ generator: inout SeededGenerator
    ) -> [Attempt] {
        var machine = FailoverMachine(targets: targets, health: health, policy: policy, at: Scene.now)
        var attempts: [Attempt] = []
        var time = Scene.now
        for _ in 0..<200 {
            switch machine.next(at: time) {
            case .wait(let end):
                #expect(end > time && end - Scene.now <= policy.patience)
                time = end
            case .giveUp: return attempts
            case .attempt(let index, let isProbe):
                var attempt = Attempt(index: index, time: time, isProbe: isProbe)
                defer { attempts.append(attempt) }
                guard Int.random(in: 0..<8, using: &generator) > 0 else { return attempts + [attempt] }
                let error = Scene.all.randomElement(using: &generator) ?? Scene.window
                let isLate = Int.random(in: 0..<10, using: &generator) == 0
                attempt.error = error
                if let fact = machine.failed(
                    error, phase: isLate ? .afterFirstByte : .beforeFirstByte,
                    canRepair: Bool.random(using: &generator), at: time, using: &generator)
                {
                    var record = machine.health[fact.key] ?? HealthRecord()
                    record.fail(error, of: fact.model, at: time, cooldowns: Cooldowns(), provider: "acme")
                    machine.refresh(fact.key, record)
                }
                if isLate {
                    guard case .giveUp = machine.next(at: time) else {
                        Issue.record("an attempt after the first byte")
                        return attempts
                    }
                    return attempts + [attempt]
                }
            }
        }
        Issue.record("the run did not end")
        return attempts
    }

    private func check(
        _ attempts: [Attempt], _ targets: [FailoverTarget], _ health: [HealthKey: HealthRecord],
        _ policy: FailoverPolicy, _ seed: String
    ) {
        #expect(attempts.count <= policy.maxAttempts, "\(seed)")
        #expect(attempts.filter(\.isProbe).count <= 1, "\(seed)")
        for (number, attempt) in attempts.enumerated() {
            let target = targets[attempt.index]
            let earlier = attempts[..<number].last { $0.index == attempt.index }
            let resting = [target.credentialKey, target.accountKey].compactMap {
                health[$0]?.rest(for: target.model, at: attempt.time)
            }
            // A target of this run may be tried again by its own rules; any other rest is kept, but for the one probe.
            if earlier == nil, !attempt.isProbe { #expect(resting.isEmpty, "\(seed)") }
            if attempt.isProbe { #expect(!resting.contains { $0.kind == .window }, "\(seed)") }
            if let wait = earlier?.error?.retryAfter, let before = earlier, before.error?.code == .rateLimited {
                // A repaired request follows at once; everything else waits as long as the service asks.
                #expect(attempt.time == before.time || attempt.time - before.time >= wait / .seconds(1), "\(seed)")
            }
        }
    }
}
