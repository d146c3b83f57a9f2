import NIOCore

@testable import OpenClawGateway

/// What a reader makes of the bytes of a connection: the requests in order, and how it ended.
struct RequestTranscript: Hashable {
    struct Request: Hashable {
        var method: String
        var target: String
        var body: [UInt8]
    }

    var requests: [Request] = []
    var refusal: HTTP1Failure?

    /// Reads pieces as they would arrive, one after the other.
    init(pieces: [[UInt8]]) {
        var buffer = ByteBuffer()
        var search = HeadSearch()
        var current: (request: Request, reader: BodyReader)?
        do throws(HTTP1Failure) {
            for piece in pieces {
                buffer.writeBytes(piece)
                while true {
                    if current == nil {
                        guard let head = try RequestHead.take(from: &buffer, &search) else { break }
                        let query = head.query.isEmpty ? "" : "?" + head.text(head.query)
                        current = (
                            Request(method: head.method.rawValue, target: head.text(head.path) + query, body: []),
                            BodyReader(head.body)
                        )
                    }
                    guard var (request, reader) = current else { break }
                    let step = try reader.next(in: &buffer)
                    if case .bytes(let count) = step { request.body += buffer.readBytes(length: count) ?? [] }
                    current = (request, reader)
                    if step == .incomplete { break }
                    guard step == .end else { continue }
                    requests.append(request)
                    current = nil
                }
            }
        } catch {
            refusal = error
        }
    }

    init(_ bytes: [UInt8]) { self.init(pieces: [bytes]) }
    init(_ text: String) { self.init(Array(text.utf8)) }
}
