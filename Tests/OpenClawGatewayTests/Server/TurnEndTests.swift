import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import OpenClawGateway

@Suite struct TurnEndTests {
    private let order = Order()

    @Test func waitsForTheEndOfALoopsTurn() async throws {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        try await loop.submit { [order] in
            TurnEnd.start { order.add("started") }
            order.add("answered")
        }.get()
        try await loop.submit {}.get()
        #expect(order.names == ["answered", "started"])
    }

    @Test func startsAtOnceElsewhere() {
        TurnEnd.start { [order] in order.add("started") }
        order.add("went on")
        #expect(order.names == ["started", "went on"])
    }

    private final class Order: Sendable {
        private let all = Mutex<[String]>([])
        var names: [String] { all.withLock(\.self) }
        func add(_ name: String) { all.withLock { $0.append(name) } }
    }
}
