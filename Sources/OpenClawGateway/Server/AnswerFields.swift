import NIOCore

/// The head of an answer before it is written.
struct AnswerFields {
    var status: Int
    var contentType: String
    var callID = ""
    var fields: [(name: String, value: String)] = []
    /// Whole lines that were made before.
    var lines: [UInt8] = []

    /// A status with the reason that stands behind it; clients do not read that.
    fileprivate var statusLine: StaticString? {
        switch status {
        case 200: "200 OK"
        case 206: "206 Partial Content"
        case 400: "400 Bad Request"
        case 401: "401 Unauthorized"
        case 402: "402 Payment Required"
        case 403: "403 Forbidden"
        case 404: "404 Not Found"
        case 405: "405 Method Not Allowed"
        case 408: "408 Request Timeout"
        case 409: "409 Conflict"
        case 413: "413 Content Too Large"
        case 417: "417 Expectation Failed"
        case 421: "421 Misdirected Request"
        case 429: "429 Too Many Requests"
        case 431: "431 Request Header Fields Too Large"
        case 501: "501 Not Implemented"
        case 500: "500 Internal Server Error"
        case 502: "502 Bad Gateway"
        case 503: "503 Service Unavailable"
        case 504: "504 Gateway Timeout"
        default: nil
        }
    }
}

extension ByteBuffer {
    /// Writes everything up to the fields that say where the body ends.
    ///
    /// - Parameter common: the lines that stand in all answers.
    mutating func writeAnswerHead(_ head: AnswerFields, common: [UInt8], isKeptAlive: Bool) {
        var size = 256 + common.count + head.lines.count + head.contentType.utf8.count + head.callID.utf8.count
        for field in head.fields { size += field.name.utf8.count + field.value.utf8.count + HeadText.framing }
        writeHead(size) { text in
            text.add("HTTP/1.1 ")
            if let line = head.statusLine {
                text.add(line)
            } else {
                text.add(head.status)
                text.add(" -")
            }
            common.withUnsafeBytes { text.add($0) }
            text.addField("content-type", head.contentType)
            if !head.callID.isEmpty { text.addField("x-openclaw-request-id", head.callID) }
            head.lines.withUnsafeBytes { text.add($0) }
            for field in head.fields { text.addField(named: field.name, field.value) }
            if !isKeptAlive { text.add("connection: close\r\n") }
        }
    }
}
