import Foundation
import Inference
import Testing

@testable import Qwen

@Suite struct DialectTests {
    /// A recorded request with what a rule makes of it for a model with these fields.
    struct Case: CustomTestStringConvertible, Sendable {
        var rule: String
        var value: JSONValue
        var testDescription: String { "\(rule): \(value["name"]?.string ?? "")" }

        func target() -> DialectTarget {
            let model = ModelDescriptor(testing: value["model"] ?? [:])
            var endpoint = TestProvider.endpoint("standard-intl")
            endpoint.streamingUsage = value["streamingUsage"]?.bool ?? true
            let conflict: ThinkingConflict = value["conflict"] == "keepThinking" ? .keepThinking : .keepGuarantee
            let cache = value["cache"]?.string.flatMap(PromptCaching.init) ?? .auto
            return DialectTarget(model: model, endpoint: endpoint, conflict: conflict, cache: cache)
        }
    }

    static let cases: [Case] = {
        let names = (try? Fixture.names(in: "dialect", ending: ".json")) ?? []
        return names.flatMap { name in
            let file = try? Fixture.json("dialect/" + name)
            return (file?["cases"]?.array ?? []).map { Case(rule: file?["rule"]?.string ?? "", value: $0) }
        }
    }()

    @Test(arguments: cases)
    func shapesTheRecordedRequest(_ recorded: Case) throws {
        let rule = try #require(Dialect.rules.first { $0.id == recorded.rule })
        var request = try ChatRequest(JSONDocument(recorded.value["request"] ?? .null))
        let target = recorded.target()
        if let refused = recorded.value["refused"]?.string {
            let error = #expect(throws: InferenceError.self) {
                try DialectPlan([rule], for: target.site).apply(to: &request, for: target)
            }
            #expect(error?.code.rawValue == refused)
            return
        }
        let adjustments = try DialectPlan([rule], for: target.site).apply(to: &request, for: target)
        #expect(request.document.root.value.text == recorded.value["expected"]?.text)
        #expect(adjustments.map(\.message) == recorded.value["adjustments"]?.array?.compactMap(\.string))
        #expect(adjustments.allSatisfy { $0.rule == recorded.rule })
    }

    @Test(arguments: cases.filter { $0.value["refused"] == nil })
    func aShapedRequestIsShapedAlready(_ recorded: Case) throws {
        var request = try ChatRequest(JSONDocument(recorded.value["request"] ?? .null))
        let target = recorded.target()
        do {
            _ = try DialectPlan(for: target.site).apply(to: &request, for: target)
        } catch {
            return
        }
        var again = try ChatRequest(parsing: Array(request.body.joined()))
        #expect(try DialectPlan(for: target.site).apply(to: &again, for: target) == [])
        #expect(Array(again.body.joined()) == Array(request.body.joined()))
    }

    @Test(arguments: cases)
    func aLookAheadChangesNothing(_ recorded: Case) throws {
        let rule = try #require(Dialect.rules.first { $0.id == recorded.rule })
        let original = try ChatRequest(JSONDocument(recorded.value["request"] ?? .null))
        var (blind, informed) = (original, original)
        var target = recorded.target()
        let result = Result { try DialectPlan([rule], for: target.site).apply(to: &blind, for: target) }
        target.facts = ConversationFacts(original)
        let informedResult = Result { try DialectPlan([rule], for: target.site).apply(to: &informed, for: target) }
        #expect((try? result.get()) == (try? informedResult.get()))
        #expect(Array(blind.body.joined()) == Array(informed.body.joined()))
    }

    @Test func everyRuleHasACaseAndALineInTheTable() throws {
        let table = try Self.table()
        let recorded = Set(Self.cases.map(\.rule))
        for rule in Dialect.rules {
            #expect(recorded.contains(rule.id), "no case of \(rule.id)")
            #expect(table.contains("| `\(rule.id)` |"), "\(rule.id) is not in docs/dialect.md")
        }
        #expect(recorded.subtracting(Dialect.rules.map { $0.id }) == [])
    }

    @Test func theTableNamesFilesThatExist() throws {
        let files = try Self.table().split(separator: "`").filter { $0.hasSuffix(".sse") || $0.hasSuffix(".json") }
        #expect(files.count > 40)
        for file in files where !file.contains("Sources/") && file != "errors.json" {
            #expect(throws: Never.self, "\(file)") { try Fixture.bytes(String(file)) }
        }
    }

    private static func table() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        return try String(contentsOf: root.appendingPathComponent("docs/dialect.md"), encoding: .utf8)
    }
}
