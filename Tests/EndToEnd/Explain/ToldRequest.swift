import Digests
import Foundation
import Inference
import OpenClawHost
import QwenSimulator
import Testing

/// A request as `explain --json` told it, to be held against what the service received.
struct ToldRequest {
    private let json: JSONValue
    private let keys: Set<String>

    /// - Parameter keys: every key that may have been used.
    init(_ json: JSONValue, keys: Set<String>) {
        self.json = json
        self.keys = keys
    }

    func expectEqual(to received: ReceivedRequest, _ scene: Comment) {
        let (endpoint, request) = (json["endpoint"]?["value"]?.string, json["request"])
        #expect(request?["host"]?.string?.split(separator: ":").first.map(String.init) == received.host, scene)
        if endpoint == "custom" {
            #expect(request?["path"]?.string?.hasSuffix(received.path) == true, scene)
        } else {
            #expect(endpoint == received.endpoint && request?["path"]?.string == received.path, scene)
        }
        #expect(request?["method"]?.string == received.method, scene)
        #expect(digest == received.keyFingerprint, scene)
        for header in request?["headers"]?.object?.members ?? [] where header.key != "Authorization" {
            let sent = received.headers.first { $0.name.lowercased() == header.key.lowercased() }?.value
            #expect(header.value.string == sent, scene)
        }
        expectEqualBody(to: received, scene)
    }

    private func expectEqualBody(to received: ReceivedRequest, _ scene: Comment) {
        #expect(json["model"]?["value"]?.string == received.model, scene)
        let parameters = json["parameters"]?.array?.filter { $0["sent"]?.bool == true } ?? []
        let told = parameters.map { ($0["name"]?.string ?? "", $0["value"] ?? .null) }
        let body = (try? JSONValue(parsing: received.body))?.object?.members ?? []
        let sent = body.filter { !["model", "messages"].contains($0.key) }.map { ($0.key, $0.value) }
        #expect(Dictionary(told) { $1 } == Dictionary(sent) { $1 }, scene)
    }

    /// SHA-256 of the key that was told, as the simulator writes it.
    private var digest: String {
        let fingerprint = json["credential"]?["fingerprint"]?.string
        let key = keys.union(["no-key"]).first { CredentialFingerprint.of(Secret($0)) == fingerprint } ?? "unknown"
        return SHA256.hash(key.utf8).hexadecimal
    }

    /// Whatever was asked after a failure stands in the list of ways.
    func expectListed(_ received: [ReceivedRequest], _ scene: Comment) {
        let ways = (json["attempts"]?.array ?? []).map { way in
            (way["endpoint"]?.string ?? "", (way["ref"]?.string ?? "").lowercased())
        }
        for request in received {
            let isListed = ways.contains { endpoint, reference in
                (endpoint == request.endpoint || endpoint == "custom")
                    && reference.contains((request.model ?? "?").lowercased())
            }
            #expect(isListed, scene)
        }
    }
}
