import HTTPTypes
import NIOHTTP1

extension HTTPResponse {
    /// The decoded head; `nil` for a status that no final response has. Fields with an impossible name are left out.
    init?(_ head: HTTPResponseHead) {
        guard (200..<600).contains(head.status.code) else { return nil }
        var fields = HTTPFields()
        fields.reserveCapacity(head.headers.count)
        for (name, value) in head.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        self.init(status: Status(code: Int(head.status.code)), headerFields: fields)
    }
}
