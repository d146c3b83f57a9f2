package import HTTPTypes

/// A request that is answered as a whole: by a function on the event loop, or by a task.
package struct GatewayCall: Sendable {
    /// Our own id of the request, for logs and for the client.
    package var id: String
    package var method: RouteMethod
    /// The path as it came, without the query.
    package var path: String
    /// What follows the question mark, as it came.
    package var query: String
    package var fields: HTTPFields
    package var body: [UInt8]
    /// Who asks; `nil` on routes that need no token.
    package var admission: (any Admission)?

    package init(
        id: String, method: RouteMethod, path: String, query: String = "", fields: HTTPFields = HTTPFields(),
        body: [UInt8] = [], admission: (any Admission)? = nil
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.query = query
        self.fields = fields
        self.body = body
        self.admission = admission
    }
}
