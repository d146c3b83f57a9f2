import NIOCore

/// The event loops of a gateway, each with what is its own.
struct GatewayLoops: Sendable {
    private let bound: [NIOLoopBound<GatewayLoop>]
    private let eventLoops: [any EventLoop]

    init(group: any EventLoopGroup, core: GatewayCore) async throws {
        eventLoops = Array(group.makeIterator())
        var bound: [NIOLoopBound<GatewayLoop>] = []
        for loop in eventLoops {
            bound.append(
                try await loop.submit { NIOLoopBound(GatewayLoop(eventLoop: loop, core: core), eventLoop: loop) }.get())
        }
        self.bound = bound
    }

    /// What belongs to the event loop that is running now.
    func own(_ loop: any EventLoop) -> GatewayLoop {
        let index = eventLoops.firstIndex { $0 === loop } ?? 0
        return bound[index].value
    }

    /// Asks every event loop something, and waits. Never call this on an event loop.
    func wait<Value: Sendable>(_ read: @escaping @Sendable (GatewayLoop) -> Value) -> [Value] {
        zip(eventLoops, bound).compactMap { loop, bound in
            try? loop.submit { read(bound.value) }.wait()
        }
    }

    /// Asks every event loop something.
    func collect<Value: Sendable>(_ read: @escaping @Sendable (GatewayLoop) -> Value) async -> [Value] {
        var values: [Value] = []
        for (loop, bound) in zip(eventLoops, bound) {
            if let value = try? await loop.submit({ read(bound.value) }).get() { values.append(value) }
        }
        return values
    }
}
