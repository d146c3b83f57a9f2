import HTTPTypes
import Inference
import Testing

@testable import Qwen

@Suite struct ErrorClassifierTests {
    /// One row of the table: what the service says, and what that means.
    struct Row: CustomTestStringConvertible, Sendable {
        var value: JSONValue
        var testDescription: String { value["name"]?.string ?? "" }
        var expected: JSONValue { value["expect"] ?? .null }
        var status: Int { value["status"]?.int ?? 0 }

        func string(_ name: String) -> String { value[name]?.string ?? "" }

        var call: FailedCall {
            FailedCall(
                endpoint: TestProvider.endpoint(EndpointID(string("endpoint"))),
                model: TestProvider.model(ModelID(string("model"))), credential: Secret(string("key")))
        }
    }

    static let rows = rows("rows")
    static let bodies = rows("bodies")

    private static func rows(_ name: String) -> [Row] {
        ((try? Fixture.json("errors/rows.json"))?[name]?.array ?? []).map(Row.init)
    }

    @Test func knowsAllRows() { #expect(Self.rows.count >= 80 && Self.bodies.count >= 15) }

    @Test(arguments: rows)
    func classifiesARefusedRequest(_ row: Row) {
        for body in [Self.compatibleBody(row), Self.nativeBody(row)] {
            let error = Self.classify(row, body: body.serialized())
            Self.check(error, row, isInStream: false)
            #expect(error.status == row.status)
            #expect(error.requestID == "r-1")
        }
        let framed = Self.classify(row, body: Array("data: \(Self.compatibleBody(row).text)\n\n".utf8))
        Self.check(framed, row, isInStream: false)
    }

    @Test(arguments: rows.filter { $0.expected["onlyHTTP"] == nil })
    func classifiesAFailureInsideAStream(_ row: Row) {
        let compatible = "data: \(Self.compatibleBody(row).text)\n\n"
        let native = "id:1\nevent:error\n:HTTP_STATUS/\(row.status)\ndata:\(Self.nativeBody(row).text)\n\n"
        for stream in [compatible, native] {
            let call = row.call
            let classifier = TestProvider.classifier
            var decoder = QwenStreamDecoder(AnswerTraits(ModelDescriptor(id: "m", name: "M"))) {
                classifier.classify($0, of: call)
            }
            var output = ChatDecoderOutput()
            decoder.decode(Array(stream.utf8).span.bytes, into: &output)
            if let error = output.failure {
                Self.check(error, row, isInStream: true)
            } else {
                Issue.record("no failure from \(stream)")
            }
        }
    }

    @Test(arguments: bodies)
    func classifiesOddBodies(_ row: Row) {
        Self.check(Self.classify(row, body: Array(row.string("body").utf8)), row, isInStream: false)
    }

    @Test func namesTheChoicesOfARefusedKey() throws {
        let row = try #require(Self.rows.first { $0.testDescription == "plan key on standard host" })
        let error = Self.classify(row, body: Self.compatibleBody(row).serialized())
        #expect(
            error.message.hasPrefix(
                "the key was refused by Standard (Global); it looks like a key of Coding Plan (subscription) or "
                    + "Token Plan (subscription), which has other hosts (choices: qwen-api-key"))
        for choice in ["qwen-api-key-cn", "qwen-token-plan", "qwen-token-plan-cn"] {
            #expect(error.message.contains(choice))
        }
    }

    @Test func honoursAStatedWait() {
        var head = HTTPResponse(status: 429)
        head.headerFields[.retryAfter] = "17"
        let call = FailedCall(endpoint: TestProvider.endpoint("standard-intl"), model: nil, credential: Secret("sk-x"))
        #expect(TestProvider.classifier.classify(head, body: [], of: call).retryAfter == .seconds(17))
    }

    @Test func everyRowIsReachableBySomeRecordedFailure() {
        let expected = (Self.rows + Self.bodies).map(\.expected)
        let seen = Set(expected.flatMap { [$0["rule"]?.string, $0["streamRule"]?.string] })
        let unseen = ErrorRule.builtIn.map(\.id).filter { !seen.contains($0) }
        #expect(unseen == [])
    }

    @Test func theTableIsStrict() throws {
        let rows = try JSONValue(parsing: PackageResources.errors_json)["rules"]?.array ?? []
        #expect(rows.count == ErrorRule.builtIn.count)
        #expect(Set(ErrorRule.builtIn.map(\.id)).count == rows.count)
        for row in rows {
            let unknown = (row.object?.keys ?? []).filter { !ErrorRule.knownKeys.contains($0) }
            #expect(unknown == [])
        }
    }

    private static func classify(_ row: Row, body: [UInt8]) -> InferenceError {
        TestProvider.classifier.classify(HTTPResponse(status: .init(code: row.status)), body: body, of: row.call)
    }

    private static func check(_ error: InferenceError, _ row: Row, isInStream: Bool) {
        let expected = row.expected
        #expect(error.code.rawValue == expected["code"]?.string)
        let inStream = isInStream && error.status == nil ? expected["streamRule"]?.string : nil
        #expect(error.rule == inStream ?? expected["rule"]?.string)
        #expect(error.hint == expected["hint"]?.string)
        if let wait = expected["retryAfter"]?.int { #expect(error.retryAfter == .seconds(wait)) }
        if let moment = expected["resetAt"]?.int { #expect(error.resetAt == Double(moment)) }
        if let id = expected["requestID"]?.string { #expect(error.requestID == id) }
        #expect(!error.description.contains("0123456789abcdef"))
        #expect(!error.message.contains("{") && !error.message.hasSuffix("."))
    }

    private static func compatibleBody(_ row: Row) -> JSONValue {
        [
            "error": [
                "message": .string(row.string("message")),
                "type": .string(row.value["type"]?.string ?? row.string("code")),
                "param": nil, "code": .string(row.string("code")),
            ], "request_id": "r-1",
        ]
    }

    private static func nativeBody(_ row: Row) -> JSONValue {
        ["code": .string(row.string("code")), "message": .string(row.string("message")), "request_id": "r-1"]
    }
}
