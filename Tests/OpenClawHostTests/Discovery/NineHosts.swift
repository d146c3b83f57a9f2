import HTTPTypes
import Inference
import Synchronization

@testable import OpenClawHost

/// Three plans in three regions on nine hosts, each of which takes one key; two plans share the looks of their keys.
final class NineHosts: HTTPTransport {
    static let plans: [PlanID] = ["standard", "coding", "token"]
    static let regions: [RegionID] = ["cn", "intl", "us"]
    static let listing = EndpointProbe(
        method: "GET", path: "/models", accepts: [.init(status: 200)],
        refuses: [.init(status: 401), .init(status: 403)])
    static let incomplete = EndpointProbe(
        method: "POST", path: "/chat/completions", body: #"{"messages":[]}"#, accepts: [.init(status: 400)],
        refuses: [.init(status: 401), .init(status: 403)])

    static let endpoints: [Endpoint] = plans.flatMap { plan in
        regions.map { region in
            let host = "\(plan)-\(region).acme.test"
            return Endpoint(
                id: EndpointID("\(plan)-\(region)"), plan: plan, region: region, label: "\(plan) (\(region))",
                baseURL: "https://\(host)/v1", hosts: [host],
                capabilities: plan == "standard" ? [.chat, .video] : [.chat],
                probe: plan == "coding" ? incomplete : listing)
        }
    }

    static let manifests: [ProviderManifest] = {
        var acme = Acme.manifest
        acme.plans = [
            Plan(id: "standard", label: "Standard", isSubscription: false, keyPrefixes: ["ak-"]),
            Plan(id: "coding", label: "Coding", isSubscription: true, keyPrefixes: ["ak-sp-"]),
        ]
        acme.endpoints = endpoints.filter { $0.plan != "token" }
        acme.authChoices = []
        var team = Acme.other
        team.plans = [Plan(id: "token", label: "Token", isSubscription: true, keyPrefixes: ["ak-sp-"])]
        team.endpoints = endpoints.filter { $0.plan == "token" }
        team.authChoices = []
        return [acme, team]
    }()

    static func key(_ endpoint: Endpoint) -> String {
        (endpoint.plan == "standard" ? "ak-" : "ak-sp-") + "canary-\(endpoint.id)"
    }

    /// What hosts do instead of judging the key.
    enum Manner: Sendable {
        case takesAny, fails, hangs
        case answers(Int, String)
    }

    private let manners: [String: Manner]
    private let asked = Mutex<[HTTPExchangeRequest]>([])

    init(_ manners: [String: Manner] = [:]) { self.manners = manners }

    var requests: [HTTPExchangeRequest] { asked.withLock { $0 } }
    var hosts: [String] { requests.compactMap(\.head.authority) }

    func send(
        _ request: HTTPExchangeRequest, deadlines: Deadlines
    ) async throws(InferenceError) -> HTTPExchangeResponse {
        asked.withLock { $0.append(request) }
        let host = request.head.authority ?? ""
        guard let endpoint = Self.endpoints.first(where: { $0.hosts == [host] }) else {
            throw InferenceError(.connectionFailed, "\(host) is nobody's host")
        }
        switch manners[endpoint.id.rawValue] {
        case .takesAny: return accepted(endpoint)
        case .fails: throw InferenceError(.connectionFailed, "\(host) refused the connection")
        case .answers(let status, let body): return Self.response(status, body)
        case .hangs:
            try? await Task.sleep(for: .seconds(3600))
            throw InferenceError(.cancelled, "the exchange was given up")
        case nil: break
        }
        let key = request.head.headerFields[.authorization]
        guard key == "Bearer " + Self.key(endpoint) else {
            return Self.response(401, #"{"error":{"code":"invalid_api_key","message":"no"}}"#)
        }
        return accepted(endpoint)
    }

    private func accepted(_ endpoint: Endpoint) -> HTTPExchangeResponse {
        endpoint.plan == "coding"
            ? Self.response(400, #"{"error":{"code":"invalid_parameter","message":"no messages"}}"#)
            : Self.response(200, #"{"object":"list","data":[{"id":"a"},{"id":"b"}]}"#)
    }

    private static func response(_ status: Int, _ body: String) -> HTTPExchangeResponse {
        var head = HTTPResponse(status: .init(code: status))
        head.headerFields[.date] = "Mon, 23 Nov 2026 06:00:00 GMT"
        return HTTPExchangeResponse(head: head, body: OneChunk(Array(body.utf8)))
    }
}

/// A body that is there at once.
private final class OneChunk: HTTPResponseBody {
    private let bytes: Mutex<[UInt8]?>
    init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes) }

    func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> [UInt8]? {
        bytes.withLock { bytes in
            defer { bytes = nil }
            return bytes
        }
    }

    func cancel() {}
}
