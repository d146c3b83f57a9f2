import Inference
import Testing

@testable import OpenClawHost

@Suite struct HealthRecordTests {
    private typealias Scene = FailoverScene
    private let now = FailoverScene.now

    /// The lengths of rests when a failure follows the end of each.
    private func rests(
        _ error: InferenceError, count: Int, model: ModelID? = nil, cooldowns: Cooldowns = Cooldowns()
    ) -> [Double] {
        var record = HealthRecord()
        var time = now
        return (0..<count).map { _ in
            record.fail(error, of: model, at: time, cooldowns: cooldowns, provider: "acme")
            let rest = record.rest(for: model ?? "m", at: time)
            let length = (rest?.until ?? time) - time
            time = (rest?.until ?? time) + 1
            return length
        }
    }

    @Test(
        arguments: [
            (FailoverScene.refusedKey, [30, 60, 300, 300]),
            (FailoverScene.arrears, [18_000, 36_000, 72_000, 86_400]),
            (FailoverScene.revokedKey, [600, 1200, 2400, 3600]),
            (FailoverScene.error(.rateLimited, scope: .plan, retryAfter: 120), [120, 120, 300]),
            (FailoverScene.error(.quotaExhausted, scope: .plan, rest: .window, retryAfter: 300), [300, 300]),
            (FailoverScene.error(.quotaExhausted, scope: .plan, rest: .window), [18_000, 36_000]),
        ] as [(InferenceError, [Double])])
    func restsGrowWithFailuresInARow(_ error: InferenceError, _ expected: [Double]) {
        #expect(rests(error, count: expected.count) == expected)
    }

    @Test func theConfigurationChangesThem() {
        let settings: JSONValue = [
            "auth": [
                "cooldowns": [
                    "billingBackoffHours": 1, "billingBackoffHoursByProvider": ["acme": 2], "billingMaxHours": 3,
                    "authPermanentBackoffMinutes": 1, "authPermanentMaxMinutes": 2,
                ]
            ]
        ]
        let cooldowns = Cooldowns(settings: SettingsView(root: settings))
        #expect(rests(Scene.arrears, count: 2, cooldowns: cooldowns) == [7200, 10_800])
        #expect(rests(Scene.revokedKey, count: 3, cooldowns: cooldowns) == [60, 120, 120])
    }

    @Test func aWindowIsHeldUntilTheTimeThatTheServiceNamed() {
        var record = HealthRecord()
        record.fail(Scene.window, of: nil, at: now, cooldowns: Cooldowns(), provider: "acme")
        #expect(record.rest(for: "any", at: now + 7199) != nil)
        #expect(record.rest(for: "any", at: now + 7200) == nil)
    }

    @Test func aRunningRestIsNotExtended() {
        var record = HealthRecord()
        record.fail(Scene.refusedKey, of: nil, at: now, cooldowns: Cooldowns(), provider: "acme")
        let before = record
        record.fail(Scene.refusedKey, of: nil, at: now + 20, cooldowns: Cooldowns(), provider: "acme")
        #expect(record == before)
        record.fail(Scene.arrears, of: nil, at: now + 21, cooldowns: Cooldowns(), provider: "acme")
        #expect(record.all?.kind == .billing)
    }

    @Test func countersAreForgottenAfterADayAndBySuccess() {
        var record = HealthRecord()
        for time in [now, now + 40] {
            record.fail(Scene.refusedKey, of: nil, at: time, cooldowns: Cooldowns(), provider: "acme")
        }
        #expect(record.all?.failures == 2)
        record.fail(Scene.refusedKey, of: nil, at: now + 2 * 86_400, cooldowns: Cooldowns(), provider: "acme")
        #expect(record.all?.failures == 1)
        record.succeed(with: "m")
        #expect(record.isEmpty)
    }

    @Test func aSecondModelWidensARestOfOneModel() {
        var record = HealthRecord()
        record.fail(Scene.throttle, of: "one", at: now, cooldowns: Cooldowns(), provider: "acme")
        #expect(record.rest(for: "two", at: now) == nil)
        record.fail(Scene.throttle, of: "two", at: now + 1, cooldowns: Cooldowns(), provider: "acme")
        #expect(record.rest(for: "three", at: now + 1) != nil && record.models.isEmpty)
    }

    @Test func theAmbiguousMessageIsProbedForAWhileAndThenCountsAsUsedUp() {
        var record = HealthRecord()
        var time = now
        var probes = 0
        record.fail(Scene.ambiguous, of: nil, at: time, cooldowns: Cooldowns(), provider: "acme")
        while let rest = record.all, rest.probingSince != nil, probes < 99 {
            #expect(rest.until - time == 90)
            time = rest.until
            let first = record.claimProbe(of: "m", at: time)
            let second = record.claimProbe(of: "m", at: time)
            #expect(first && !second)
            probes += 1
            record.fail(Scene.ambiguous, of: nil, at: time + 1, cooldowns: Cooldowns(), provider: "acme")
            time += 1
        }
        #expect(probes == 10)
        #expect(record.all.map { $0.until - time } == 18_000)
        time = record.all?.until ?? time
        record.fail(Scene.ambiguous, of: nil, at: time + 1, cooldowns: Cooldowns(), provider: "acme")
        #expect(record.all.map { $0.until - time - 1 } == 36_000)
    }
}
