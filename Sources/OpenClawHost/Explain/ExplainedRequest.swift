import HTTPTypes
import Inference

/// The head of a request as it is sent, with the key masked.
package struct ExplainedRequest: Hashable, Sendable {
    package let method: String
    package let host: String
    package let path: String
    package let url: String
    package let headers: [Header]

    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    init(_ outgoing: ChatForecast.Outgoing) {
        let (head, secret) = (outgoing.exchange.request.head, outgoing.route.account.credential.secret)
        method = head.method.rawValue
        host = head.authority ?? ""
        path = head.path ?? "/"
        url = "\(head.scheme ?? "https")://\(host)\(path)"
        headers = head.headerFields.map { field in
            Header(
                name: field.name.rawName,
                value: field.value.replacingBytes(of: secret.expose(), with: secret.masked))
        }
    }
}
