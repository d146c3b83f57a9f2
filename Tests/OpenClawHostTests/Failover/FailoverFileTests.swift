import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct FailoverFileTests {
    private let directory: TemporaryDirectory
    private let file: FailoverFile
    private let key = HealthKey.credential("0123", of: "acme")

    init() throws {
        directory = try TemporaryDirectory()
        file = FailoverFile(directory: directory.path)
    }

    private func fail(_ file: FailoverFile, _ key: HealthKey, at now: Double = FailoverScene.now) throws -> HealthRecord
    {
        try file.update(key) {
            $0.fail(FailoverScene.refusedKey, of: nil, at: now, cooldowns: Cooldowns(), provider: "acme")
        }
    }

    @Test func processesShareRecordsAndOnlyTheOwnerReadsThem() throws {
        let written = try fail(file, key)
        let other = FailoverFile(directory: directory.path)
        #expect(try other.records(of: "acme") == [key: written])
        #expect(try other.records(of: "other").isEmpty)
        #expect(try directory.mode("failover-state.json") == 0o600)
        _ = try other.update(key) { $0.succeed(with: "m") }
        #expect(try file.records(of: "acme").isEmpty)
    }

    @Test func noChangeIsLost() async throws {
        try await withThrowingTaskGroup { group in
            for writer in 0..<8 {
                group.addTask { [file] in
                    for number in 0..<10 {
                        _ = try file.update(HealthKey(provider: "acme", owner: "key:\(writer)-\(number)")) {
                            $0.lastUsed = 1
                        }
                        _ = try file.update(HealthKey(provider: "acme", owner: "key:all")) {
                            $0.lastUsed = ($0.lastUsed ?? 0) + 1
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let records = try file.records(of: "acme")
        #expect(records.count == 81)
        #expect(records[HealthKey(provider: "acme", owner: "key:all")]?.lastUsed == 80)
    }

    @Test func aDamagedFileIsNoObstacle() throws {
        try directory.write("{ not json", to: "failover-state.json")
        #expect(try file.records(of: "acme").isEmpty)
        _ = try fail(file, key)
        #expect(try file.records(of: "acme").count == 1)
    }

    @Test func repairsAreForgottenAfterSevenDays() throws {
        let now = FailoverScene.now
        var error = FailoverScene.wrong
        error.rule = "limit-range"
        #expect(LearnedRepair(error, of: FailoverScene.target(), at: now) == nil)
        error.disposition?.isLesson = true
        let lesson = try #require(LearnedRepair(error, of: FailoverScene.target(), at: now))
        try file.learn(lesson)
        try file.learn(lesson)
        let found = { (model: ModelID, time: Double) in
            try file.repairs(of: "acme", endpoint: "coding-world", model: model, at: time).count
        }
        #expect(try found("plus-1", now + 6 * 86_400) == 1)
        #expect(try found("plus-1", now + 7 * 86_400) == 0)
        #expect(try found("big-2", now) == 0)
    }
}
