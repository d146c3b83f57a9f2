import Inference
import InferenceTesting
import OpenClawHost
import Testing

@testable import OpenClawGateway

@Suite struct NativeHoldingsTests {
    @Test func theOldestAreForgottenFirst() throws {
        let holdings = NativeHoldings(limit: 3)
        for number in 0..<5 { holdings.note("tasks/\(number)", try holding("key \(number)")) }
        #expect(holdings["tasks/0"] == nil && holdings["tasks/1"] == nil)
        #expect(holdings["tasks/2"]?.virtualKey == "key 2" && holdings["tasks/4"]?.virtualKey == "key 4")
        #expect(holdings["files/4"] == nil)
    }

    @Test func aKnownNameTakesNoOtherPlace() throws {
        let holdings = NativeHoldings(limit: 2)
        holdings.note("tasks/a", try holding("one"))
        holdings.note("tasks/a", try holding("two"))
        holdings.note("tasks/b", try holding("one"))
        #expect(holdings["tasks/a"]?.virtualKey == "two" && holdings["tasks/b"] != nil)
    }

    private func holding(_ key: String) throws -> NativeHoldings.Holding {
        let scene = try GatewayScene.desk("http://127.0.0.1:1/v1")
        let selection = try scene.candidates(named: "acme/acme-small")[0]
        let account = try scene.dispatcher.routes(selection)[0].account
        return .init(
            owner: NativeOwner(ModelRoute(selection: selection, account: account), for: .chat), virtualKey: key)
    }
}
