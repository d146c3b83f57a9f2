/// How large a request body may be: more when it carries base64 media.
enum BodyLimit {
    private static let plain = 16 << 20
    private static let withMedia = 64 << 20
    private static let mark = Array(";base64,".utf8)

    static func allows(_ body: [UInt8]) -> Bool {
        if body.count <= plain { return true }
        return body.count <= withMedia && holdsBase64(body)
    }

    private static func holdsBase64(_ body: [UInt8]) -> Bool {
        var matched = 0
        for byte in body {
            matched = byte == mark[matched] ? matched + 1 : byte == mark[0] ? 1 : 0
            if matched == mark.count { return true }
        }
        return false
    }
}
