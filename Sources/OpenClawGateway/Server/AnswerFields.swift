import NIOCore

/// The head of an answer before it is written.
struct AnswerFields {
    var status: Int
    var contentType: String
    var callID = ""
    var fields: [(name: String, value: String)] = []

    /// The reason that stands behind a status; clients do not read it.
    static func reason(of status: Int) -> StaticString {
        switch status {
        case 200: "OK"
        case 206: "Partial Content"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 402: "Payment Required"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 413: "Content Too Large"
        case 417: "Expectation Failed"
        case 421: "Misdirected Request"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 501: "Not Implemented"
        case 500: "Internal Server Error"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        default: "-"
        }
    }
}

extension ByteBuffer {
    /// Writes everything up to the fields that say where the body ends.
    mutating func writeAnswerHead(_ head: AnswerFields, date: [UInt8], isKeptAlive: Bool) {
        writeStaticString("HTTP/1.1 ")
        writeNumber(head.status)
        writeStaticString(" ")
        writeStaticString(AnswerFields.reason(of: head.status))
        writeStaticString("\r\ndate: ")
        writeBytes(date)
        writeStaticString("\r\n")
        writeField("content-type", head.contentType)
        writeStaticString("cache-control: no-store\r\nx-content-type-options: nosniff\r\n")
        if !head.callID.isEmpty { writeField("x-openclaw-request-id", head.callID) }
        for field in head.fields { writeField(named: field.name, field.value) }
        if !isKeptAlive { writeStaticString("connection: close\r\n") }
    }
}
