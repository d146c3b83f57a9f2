import NIOHTTP1

/// Whether a handshake means a place that has sockets, and brings its key.
struct SocketDoor: Sendable {
    private enum Place: String { case inference, realtime }

    private static let prefix = "/api-ws/v1/"

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
        guard place != nil, endpoint.native != nil else { return false }
        if service.configuration.acceptAnyKey { return true }
        return service.world.keys.refusal(of: call.key(acceptingHeader: false), at: endpoint) == nil
    }

    private var place: Place? {
        below.hasPrefix(Self.prefix) ? Place(rawValue: String(below.dropFirst(Self.prefix.count))) : nil
    }

    /// - Parameter id: for protocols in which the service names what is said.
    func conversation(id: String) -> any SocketConversation {
        guard place == .realtime else { return SocketSession(service: service, endpoint: endpoint) }
        return RealtimeSession(service: service, endpoint: endpoint, model: call.query["model"] ?? "", id: id)
    }
}
