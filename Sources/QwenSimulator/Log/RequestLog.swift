import Digests
import NIOHTTP1
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What was received, newest last, bounded.
final class RequestLog: Sendable {
    private struct State {
        var next = 1
        var requests: [ReceivedRequest] = []
        var finished: Set<Int> = []
        var bytes = 0

        mutating func append(_ request: ReceivedRequest) {
            requests.append(request)
            bytes += request.body.utf8.count
            guard requests.count > RequestLog.mostRequests || bytes > RequestLog.mostBytes else { return }
            var dropped = 0
            while requests.count - dropped > RequestLog.mostRequests * 9 / 10
                || (bytes > RequestLog.mostBytes && requests.count - dropped > 1)
            {
                bytes -= requests[dropped].body.utf8.count
                finished.remove(requests[dropped].id)
                dropped += 1
            }
            requests.removeFirst(dropped)
        }

        /// Where a request stands: numbers have no gaps. `nil` once it is forgotten.
        func index(of id: Int) -> Int? {
            guard let first = requests.first?.id, requests.indices.contains(id - first) else { return nil }
            return id - first
        }
    }

    private static let mostRequests = 5000
    private static let mostBytes = 64 << 20
    private static let secretHeaders: Set<String> = ["authorization", "x-api-key", "proxy-authorization"]

    private let state = Mutex(State())

    var requests: [ReceivedRequest] { state.withLock { $0.requests } }

    func clear() {
        state.withLock {
            $0.requests = []
            $0.finished = []
            $0.bytes = 0
        }
    }

    func begin(_ call: HTTPCall, resolver: SimulatedService) -> Int {
        guard !call.path.hasPrefix(AdminRoutes.prefix) else { return 0 }
        let target = resolver.world.endpoints.resolve(host: call.host, path: call.rawTarget)
        let key = call.key(acceptingHeader: true)
        let isStorage = StorageAddress.isStorage(call)
        let body = isStorage ? "" : String(decoding: call.body, as: UTF8.self)
        let model = isStorage ? nil : (try? JSONParser.parse(call.body))?["model"]?.string
        let headers = call.headers.map { header in
            ReceivedRequest.Header(name: header.name, value: Self.shown(header.name, header.value))
        }
        return state.withLock { state in
            let id = state.next
            state.next += 1
            state.append(
                ReceivedRequest(
                    id: id, time: CivilTime(Date()).description, host: call.host,
                    endpoint: isStorage ? "storage" : target.endpoint.id,
                    method: call.method, path: target.path, headers: headers,
                    keyFingerprint: key.map(Self.fingerprint), keyOwner: key.flatMap(resolver.world.keys.owner)?.ring,
                    model: model, body: body))
            return id
        }
    }

    func answered(_ id: Int, status: Int, requestID: String?) {
        update(id) {
            $0.status = status
            $0.requestID = requestID
        }
    }

    func finished(_ id: Int) {
        state.withLock { _ = $0.finished.insert(id) }
    }

    func clientClosed(_ id: Int, after duration: Duration) {
        guard !state.withLock({ $0.finished.contains(id) }) else { return }
        let milliseconds =
            Int(duration.components.seconds) * 1000 + Int(duration.components.attoseconds / 1_000_000_000_000_000)
        update(id) { $0.closedByClientAfterMilliseconds = milliseconds }
    }

    static func fingerprint(_ key: String) -> String {
        SHA256.hash(key.utf8).hexadecimal
    }

    private func update(_ id: Int, _ change: (inout ReceivedRequest) -> Void) {
        state.withLock { state in
            guard let index = state.index(of: id) else { return }
            change(&state.requests[index])
        }
    }

    private static func shown(_ name: String, _ value: String) -> String {
        guard secretHeaders.contains(name.lowercased()) else { return value }
        let parts = value.split(separator: " ", maxSplits: 1)
        let secret = parts.last.map(String.init) ?? ""
        return (parts.count > 1 ? "\(parts[0]) " : "") + "sha256:" + fingerprint(secret)
    }
}
