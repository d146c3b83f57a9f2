import Foundation
import Inference
import NIOCore
import NIOPosix
import OpenClawHost
import Synchronization
import Testing

@testable import OpenClawGateway

@Suite struct AdminServerTests {
    private let state: TemporaryState
    private var files: GatewayFiles { GatewayFiles(stateDirectory: state.path) }

    init() throws { state = try TemporaryState() }

    private func serving(
        _ files: GatewayFiles, _ administration: ScriptedAdministration = ScriptedAdministration(),
        _ body: (AdminClient, ScriptedAdministration) async throws -> Void
    ) async throws {
        let server = try await AdminServer.start(files, on: MultiThreadedEventLoopGroup.singleton, administration)
        do {
            try await body(AdminClient(files), administration)
        } catch {
            await server.close()
            throw error
        }
        await server.close()
    }

    @Test func answersItsOwner() async throws {
        try await serving(files) { client, _ in
            let (status, streams) = (try client.ask(.status), try client.ask(.streams))
            let cooldowns = try client.ask(.cooldowns)
            #expect(status.status?.version == "1.2.3")
            #expect(streams.streams?.map(\.requestID) == ["r1"])
            #expect(cooldowns.cooldowns?.map(\.reason) == ["rate limit"])
            let (activity, flight) = (try client.ask(.activity), try client.ask(.flight, about: "r2"))
            #expect(activity.activity?.requests == 3)
            #expect(flight.flight?.requestID == "r2")
        }
    }

    @Test func socketIsForItsOwnerOnlyAndGoneAfterwards() async throws {
        let path = files.adminSocket
        try await serving(files) { _, _ in
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
        #expect(access(path, F_OK) != 0)
        let error = #expect(throws: InferenceError.self) { try AdminClient(files).ask(.status) }
        #expect(error?.code == .gatewayStopped)
    }

    @Test func failedReloadIsToldWithItsReason() async throws {
        let broken = ScriptedAdministration(
            failing: InferenceError(.invalidConfiguration, "line 3 is broken", hint: "openclaw config validate"))
        try await serving(files, broken) { client, _ in
            let error = #expect(throws: InferenceError.self) { try client.ask(.reload) }
            #expect(error?.code == .invalidConfiguration)
            #expect(error?.message == "line 3 is broken")
            #expect(error?.hint == "openclaw config validate")
        }
    }

    @Test(arguments: [(AdminRequest.Operation.drain, true), (.stop, false)])
    func endsAfterTheAnswer(_ operation: AdminRequest.Operation, _ drains: Bool) async throws {
        try await serving(files) { client, administration in
            let reply = try client.ask(operation)
            #expect(reply.status != nil)
            var stops = administration.stops.makeAsyncIterator()
            #expect(await stops.next() == drains)
        }
    }

    @Test func deepStateDirectoryHasItsSocketElsewhere() async throws {
        let deep = state.path + "/" + String(repeating: "deep/", count: 30)
        let files = GatewayFiles(stateDirectory: deep)
        #expect(files.adminSocket.utf8.count < 100)
        try await serving(files) { client, _ in
            let reply = try client.ask(.status)
            #expect(reply.status != nil)
        }
    }

    @Test func nonsenseIsAnsweredAndALineWithoutEndIsCut() async throws {
        try await serving(files) { client, _ in
            let answer = try await Self.exchange(path: client.path, Array("nonsense\n".utf8))
            #expect(answer.contains("expected"))
            #expect(try await Self.exchange(path: client.path, [UInt8](repeating: 0x20, count: 1 << 17)).isEmpty)
        }
    }

    /// Sends bytes and reads until the first line end or the end.
    private static func exchange(path: String, _ bytes: [UInt8]) async throws -> String {
        let (answers, continuation) = AsyncStream.makeStream(of: String.self)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).channelInitializer {
            channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(AnswerReader(continuation))
            }
        }.connect(unixDomainSocketPath: path).get()
        try? await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
        var text = ""
        for await part in answers {
            text += part
            if text.hasSuffix("\n") { break }
        }
        try? await channel.close().get()
        return text
    }
}

private final class AnswerReader: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    private let continuation: AsyncStream<String>.Continuation

    init(_ continuation: AsyncStream<String>.Continuation) { self.continuation = continuation }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        continuation.yield(String(buffer: unwrapInboundIn(data)))
    }

    func channelInactive(context: ChannelHandlerContext) { continuation.finish() }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// A gateway that only talks to its owner.
private struct ScriptedAdministration: GatewayAdministration {
    let stops: AsyncStream<Bool>
    private let stopping: AsyncStream<Bool>.Continuation
    private let failure: InferenceError?

    init(failing failure: InferenceError? = nil) {
        (stops, stopping) = AsyncStream.makeStream()
        self.failure = failure
    }

    func report() -> GatewayReport {
        GatewayReport(
            pid: 1, version: "1.2.3", program: "/p", host: "127.0.0.1", port: 1, isTLS: false, startedAt: 0,
            configHash: "x")
    }

    func openStreams() -> [OpenStream] { [OpenStream(requestID: "r1", path: "/v1/models", startedAt: 0)] }

    func cooldowns() -> [GatewayCooldown] {
        [GatewayCooldown(credential: "c", endpoint: "e", reason: "rate limit", until: 0)]
    }

    func activity() -> GatewayActivity {
        var activity = GatewayActivity()
        activity.requests = 3
        return activity
    }

    func flight(_ id: String) -> FlightRecord? {
        FlightRecord(requestID: id, method: "GET", path: "/", status: 200, milliseconds: 1)
    }

    func reload() throws(InferenceError) { if let failure { throw failure } }
    func stop(draining: Bool) { stopping.yield(draining) }
}
