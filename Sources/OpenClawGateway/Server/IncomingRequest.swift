import HTTPTypes
import Inference

/// A request that passed the front door and whose body is being read.
final class IncomingRequest {
    let id: String
    let snapshot: GatewaySnapshot
    let route: Route
    /// What is done: the route's action, or what that came down to.
    var action: RouteAction
    let admission: (any Admission)?
    let method: RequestMethod
    /// What the route does not need is left out: a chat request of the first dialect needs none of it.
    let path: String
    let query: String
    let fields: HTTPFields
    let start: UInt64
    var body: [UInt8] = []
    var reader: BodyReader
    /// Takes a form that is not held in memory.
    var reception: FormReception?

    init(
        _ head: RequestHead, id: String, route: Route, admission: (any Admission)?, snapshot: GatewaySnapshot,
        at now: UInt64
    ) {
        self.id = id
        self.snapshot = snapshot
        self.route = route
        action = route.action
        self.admission = admission
        method = head.method
        start = now
        reader = BodyReader(head.body)
        if case .chat = action {
            (path, query, fields) = (route.path, "", HTTPFields())
        } else {
            (path, query, fields) = (head.text(head.path), head.text(head.query), head.fields)
        }
    }

    /// - Returns: whether the body is a form whose files go to disk.
    /// - Throws: `.invalidRequest` for a form that says nothing of its boundary.
    func beginForm(_ space: UploadSpace) throws(InferenceError) -> Bool {
        guard case .media(let service) = action, let folder = service.folder,
            let type = fields[.contentType], type.lowercased().hasPrefix("multipart/")
        else { return false }
        reception = try FormReception(contentType: type, folder: folder, space: space, id: id)
        return true
    }

    var call: GatewayCall {
        GatewayCall(
            id: id, method: route.method, path: path, query: query, fields: fields, body: body, admission: admission)
    }
}
