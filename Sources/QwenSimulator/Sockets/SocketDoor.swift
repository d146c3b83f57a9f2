import NIOHTTP1

/// Whether a handshake means a place that has sockets, and brings its key.
struct SocketDoor: Sendable {
    private static let path = "/api-ws/v1/inference"

    let service: SimulatedService
    let endpoint: EndpointCard
    let call: HTTPCall
    private let below: String

    init(service: SimulatedService, head: HTTPRequestHead) {
        self.service = service
        call = HTTPCall(head: head, body: [])
        let target = service.world.endpoints.resolve(host: call.host, path: call.path)
        endpoint = target.endpoint
        below = target.path
    }

    var isOpen: Bool {
        guard below == Self.path, endpoint.native != nil else { return false }
        if service.configuration.acceptAnyKey { return true }
        return service.world.keys.refusal(of: call.key(acceptingHeader: false), at: endpoint) == nil
    }
}
