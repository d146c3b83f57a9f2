import NIOHTTP1

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The object storage: signed downloads with ranges, and uploads by form. It speaks XML and takes no bearer keys.
struct StorageRoute: Sendable {
    let service: SimulatedService
    let faults: [FaultBehaviour: Fault]

    func reply(to call: HTTPCall) -> Reply {
        guard let address = StorageAddress(call) else { return Self.failure(404, "NoSuchBucket", "No such bucket.") }
        switch call.method {
        case "GET", "HEAD": return download(address, call)
        case "POST": return UploadForm(service: service).reply(to: call)
        default: return Self.failure(405, "MethodNotAllowed", "The method is not allowed against this resource.")
        }
    }

    private func download(_ address: StorageAddress, _ call: HTTPCall) -> Reply {
        if call.headers.contains(name: "authorization") {
            return Self.failure(400, "InvalidArgument", "Only one auth mechanism is allowed: the signature of the URL.")
        }
        guard let expires = call.query["Expires"].flatMap(Int.init) else {
            return Self.failure(403, "AccessDenied", "You have no right to access this object because of bucket acl.")
        }
        guard call.query["Signature"] == address.signature(expires: expires, secret: service.storage.secret) else {
            return Self.failure(403, "SignatureDoesNotMatch", "The request signature does not match.")
        }
        if faults[.resultExpired] != nil || service.now().timeIntervalSince1970 >= Double(expires) {
            return Self.failure(403, "AccessDenied", "Request has expired.")
        }
        guard let object = service.storage.object(at: address) else {
            return Self.failure(404, "NoSuchKey", "The specified key does not exist.")
        }
        return DownloadReply(object: object, faults: faults).reply(to: call)
    }

    static func failure(_ status: Int, _ code: String, _ message: String) -> Reply {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error>
              <Code>\(code)</Code>
              <Message>\(message)</Message>
              <RequestId>68DE0000000000000000</RequestId>
              <HostId>oss.aliyuncs.com</HostId>
            </Error>

            """
        return .text(text, type: "application/xml", status: status)
    }
}
