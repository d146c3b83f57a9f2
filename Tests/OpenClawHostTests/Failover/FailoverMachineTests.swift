import Inference
import Testing

@testable import OpenClawHost

@Suite struct FailoverMachineTests {
    private typealias Scene = FailoverScene

    /// Two models, each with two keys of one account and a key of another one.
    private static let grid = ["plus-1", "big-2"].flatMap { model in
        [
            FailoverScene.target(ModelID(model), "a"), FailoverScene.target(ModelID(model), "b"),
            FailoverScene.target(
                ModelID(model), "c", account: "standard@world", endpoint: "standard-world"),
        ]
    }

    @Test(
        arguments: [
            ("a throttle goes to another account", FailoverScene.throttle, 2),
            ("a crowded plan is left", FailoverScene.crowd, 2),
            ("a window rotates", FailoverScene.window, 1),
            ("arrears rotate", FailoverScene.arrears, 1),
            ("a refused key rotates", FailoverScene.refusedKey, 1),
            ("a hiccup is tried again at once", FailoverScene.hiccup, 0),
            ("an unknown model may be known to another plan", FailoverScene.unknownModel, 2),
            ("a wrong request ends", FailoverScene.wrong, nil),
            ("a context overflow ends", FailoverScene.tooLong, nil),
            ("refused content ends", FailoverScene.filtered, nil),
            ("an interruption ends", InferenceError(.cancelled, "stopped"), nil),
            ("an unknown code ends", InferenceError("odd_code", "odd"), nil),
        ] as [(String, InferenceError, Int?)])
    func choosesWhatMayHelp(_ rule: String, _ error: InferenceError, _ second: Int?) {
        let story = Scene.run(Self.grid, [error])
        #expect(story.asked == [0] + (second.map { [$0] } ?? []), "\(rule)")
        #expect(story.isAnswered == (second != nil))
    }

    @Test func keysOfOneAccountAreNoCureForAThrottle() {
        let keys = ["a", "b", "c"].map { Scene.target("plus-1", $0) }
        let story = Scene.run(keys, [Scene.throttle])
        #expect(story.asked == [0, 0])
        let own = ["a", "b"].map { Scene.target("plus-1", $0, account: $0, declared: true) }
        #expect(Scene.run(own, [Scene.throttle]).asked == [0, 1])
    }

    @Test func aThrottledModelGivesWayToTheNextOneWithoutWaiting() {
        let story = Scene.run([Scene.target("plus-1"), Scene.target("big-2")], [Scene.throttle])
        #expect(story.asked == [0, 1] && story.waited == 0)
    }

    @Test func theOnlyTargetIsTriedAgainAfterThePauseThatTheServiceAsksFor() {
        let story = Scene.run([Scene.target()], [Scene.throttle, Scene.throttle])
        #expect(story.asked == [0, 0, 0] && story.isAnswered)
        #expect(story.times[1] >= 5 && story.times[1] < 6)
        #expect(story.times[2] >= 10 && story.times[2] < 12)
    }

    @Test func patienceAndDeadlineBoundTheWaiting() {
        #expect(Scene.run([Scene.target()], [Scene.throttle], deadline: 4).asked == [0])
        var policy = FailoverPolicy()
        policy.patience = 2
        let story = Scene.run([Scene.target()], [Scene.throttle], policy: policy)
        #expect(story.asked == [0] && story.error?.code == .rateLimited)
    }

    @Test(arguments: [FailoverScene.window, FailoverScene.ambiguous, FailoverScene.arrears, FailoverScene.tooLong])
    func whatDoesNotPassIsAnsweredAtOnce(error: InferenceError) {
        let story = Scene.run([Scene.target()], [error])
        #expect(story.asked == [0] && story.waited == 0 && story.error?.code == error.code)
    }

    @Test func aHiccupIsTriedAgainOnceBeforeTheNextModel() {
        let targets = [Scene.target("plus-1"), Scene.target("big-2")]
        let story = Scene.run(targets, [Scene.hiccup, Scene.hiccup])
        #expect(story.asked == [0, 0, 1])
        #expect(story.waited > 0.2 && story.waited < 1)
    }

    @Test func nothingIsAskedAfterTheFirstByte() {
        var machine = FailoverMachine(targets: Self.grid, health: [:], policy: FailoverPolicy(), at: Scene.now)
        var generator = SeededGenerator(seed: 1)
        _ = machine.next(at: Scene.now)
        _ = machine.failed(Scene.hiccup, phase: .afterFirstByte, at: Scene.now, using: &generator)
        guard case .giveUp(let summary) = machine.next(at: Scene.now) else {
            Issue.record("expected the end")
            return
        }
        #expect(summary.error(at: Scene.now) == Scene.hiccup)
    }

    @Test func oneRepairPerTarget() {
        var machine = FailoverMachine(targets: [Scene.target()], health: [:], policy: FailoverPolicy(), at: Scene.now)
        var generator = SeededGenerator(seed: 1)
        for round in 0..<2 {
            guard case .attempt = machine.next(at: Scene.now) else {
                Issue.record("expected attempt \(round)")
                return
            }
            _ = machine.failed(Scene.wrong, canRepair: true, at: Scene.now, using: &generator)
        }
        guard case .giveUp = machine.next(at: Scene.now) else {
            Issue.record("expected the end")
            return
        }
    }

    @Test func restingTargetsArePassedOver() {
        var record = HealthRecord()
        record.fail(Scene.refusedKey, of: nil, at: Scene.now - 5, cooldowns: Cooldowns(), provider: "acme")
        let targets = [Scene.target("plus-1", "a"), Scene.target("plus-1", "b")]
        let story = Scene.run(targets, [], health: [targets[0].credentialKey: record])
        #expect(story.asked == [1] && story.probes.isEmpty)
    }

    @Test(
        arguments: [
            (FailoverScene.refusedKey, 5, true), (FailoverScene.throttle, 5, true), (FailoverScene.arrears, 5, false),
            (FailoverScene.arrears, 120, true), (FailoverScene.window, 120, false),
            (FailoverScene.revokedKey, 5, false),
        ] as [(InferenceError, Double, Bool)])
    func onlyTheLastResortIsProbed(_ error: InferenceError, _ age: Double, _ isProbed: Bool) {
        var record = HealthRecord()
        record.fail(error, of: nil, at: Scene.now - age, cooldowns: Cooldowns(), provider: "acme")
        let target = Scene.target()
        let story = Scene.run([target], [], health: [target.credentialKey: record])
        #expect(story.probes == (isProbed ? [0] : []) && story.isAnswered == isProbed)
        if !isProbed {
            #expect(story.error?.resetAt == record.all?.until)
            #expect(story.error?.message.contains("left alone since an earlier failure); the soonest cooldown") == true)
        }
    }

    @Test func theNumberOfRequestsIsBounded() {
        let targets = (0..<40).map { Scene.target(ModelID("m-\($0)"), "key-\($0)", account: "account-\($0)") }
        let story = Scene.run(targets, Array(repeating: Scene.refusedKey, count: 99))
        #expect(story.asked == Array(0..<8))
        var policy = FailoverPolicy()
        policy.maxAttempts = 3
        #expect(Scene.run(targets, Array(repeating: Scene.refusedKey, count: 99), policy: policy).asked.count == 3)
    }

    @Test func anExhaustedChainNamesEveryAttempt() {
        let targets = [Scene.target("plus-1", "a"), Scene.target("plus-1", "b"), Scene.target("big-2", "a")]
        let story = Scene.run(targets, [Scene.window, Scene.refusedKey])
        #expect(story.error?.code == .unauthenticated)
        #expect(
            story.error?.message
                == "All models failed (2): acme/plus-1: the test failed it (rate_limit) | "
                + "acme/plus-1: the test failed it (auth); the soonest cooldown ends in 30 s")
        #expect(story.error?.hint == "openclaw models status --probe")
    }

    @Test func repetitionsAreCountedAndNotRepeated() {
        let targets = [Scene.target("plus-1", "a"), Scene.target("plus-1", "b"), Scene.target("big-2", "a")]
        let story = Scene.run(targets, [Scene.refusedKey, Scene.refusedKey])
        #expect(story.error?.message == "the test failed it (2 attempts)")
        let mixed = Scene.run(
            [Scene.target("plus-1"), Scene.target("big-2")], Array(repeating: Scene.throttle, count: 9))
        #expect(
            mixed.error?.message.hasPrefix(
                "All models failed (6): acme/plus-1: the test failed it (rate_limit) x3 | "
                    + "acme/big-2: the test failed it (rate_limit) x3; the soonest cooldown ends in ") == true)
    }

    @Test func aMissingCredentialAdvancesTheChain() {
        let targets = [Scene.target("plus-1", ""), Scene.target("x", "z", account: "other", provider: "other")]
        let story = Scene.run(targets, [InferenceError(.unauthenticated, "no API key found")])
        #expect(story.asked == [0, 1] && story.facts.isEmpty)
    }
}
