/// The methods of HTTP that clients may use; the routes decide which of them they take.
enum RequestMethod: String {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case options = "OPTIONS"

    init?(_ slice: HeadSlice, in head: UnsafeRawBufferPointer) {
        let bytes = slice.bytes(in: head)
        switch bytes.count {
        case 3 where bytes.elementsEqual("GET".utf8): self = .get
        case 3 where bytes.elementsEqual("PUT".utf8): self = .put
        case 4 where bytes.elementsEqual("POST".utf8): self = .post
        case 4 where bytes.elementsEqual("HEAD".utf8): self = .head
        case 5 where bytes.elementsEqual("PATCH".utf8): self = .patch
        case 6 where bytes.elementsEqual("DELETE".utf8): self = .delete
        case 7 where bytes.elementsEqual("OPTIONS".utf8): self = .options
        default: return nil
        }
    }

    func matches(_ method: RouteMethod) -> Bool {
        switch method {
        case .get: self == .get || self == .head
        case .post: self == .post
        case .delete: self == .delete
        }
    }
}
