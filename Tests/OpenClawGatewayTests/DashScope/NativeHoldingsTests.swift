import Inference
import NIOCore
import NIOPosix
import OpenClawHost
import OpenClawStore
import Testing

@testable import OpenClawGateway

@Suite struct NativeHoldingsTests {
    private let loop = MultiThreadedEventLoopGroup.singleton.next()

    @Test func theOldestAreForgottenFirst() async throws {
        let holdings = try NativeHoldings(limit: 3)
        for number in 0..<5 { try await keep("tasks/\(number)", of: "key \(number)", in: holdings) }
        #expect(holdings["tasks/0"] == nil && holdings["tasks/1"] == nil)
        #expect(holdings["tasks/2"]?.virtualKey == "key 2" && holdings["tasks/4"]?.virtualKey == "key 4")
        #expect(holdings["files/4"] == nil)
    }

    @Test func aKnownNameTakesNoOtherPlace() async throws {
        let holdings = try NativeHoldings(limit: 2)
        try await keep("tasks/a", of: "one", in: holdings)
        try await keep("tasks/a", of: "two", in: holdings)
        try await keep("tasks/b", of: "one", in: holdings)
        #expect(holdings["tasks/a"]?.virtualKey == "two" && holdings["tasks/b"] != nil)
    }

    @Test func ownersAreKnownAfterARestartUntilTheServiceForgets() async throws {
        let state = try TemporaryState()
        let store = SQLiteNativeHoldings(StateDatabase(directory: state.path))
        let first = try NativeHoldings(store, now: 1000)
        try await keep("tasks/a", of: "one", in: first, at: 1000)
        try await keep("files/b", of: "two", in: first, at: 1000)
        let later = try NativeHoldings(store, now: 2000)
        #expect(later["tasks/a"] == first["tasks/a"] && later["tasks/a"]?.virtualKey == "one")
        #expect(later["tasks/a"]?.bill == ["duration": 5])
        let muchLater = try NativeHoldings(store, now: 1000 + 49 * 3600)
        #expect(muchLater["tasks/a"] == nil && muchLater["files/b"]?.virtualKey == "two")
    }

    @Test func theCostOfATaskIsWrittenDownOnce() async throws {
        let holdings = try NativeHoldings()
        try await keep("tasks/a", of: "one", in: holdings)
        #expect(holdings.settle("tasks/a")?.bill == ["duration": 5])
        #expect(holdings.settle("tasks/a") == nil && holdings["tasks/a"] != nil)
    }

    private func keep(_ name: String, of key: String, in holdings: NativeHoldings, at now: Double = 0) async throws {
        let desk = try GatewayScene.desk("http://127.0.0.1:1/v1")
        let selection = try desk.candidates(named: "acme/acme-small")[0]
        let account = try desk.dispatcher.routes(selection)[0].account
        let owner = NativeOwner(ModelRoute(selection: selection, account: account), for: .chat)
        let holding = NativeHolding(
            name: name, owner: owner, virtualKey: key, callID: "c", bill: ["duration": 5], at: now)
        try await holdings.keep([holding], on: loop).get()
    }
}
