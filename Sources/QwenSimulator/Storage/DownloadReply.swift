import Digests
import NIOHTTP1

/// A stored file or the part of it that was asked for.
struct DownloadReply: Sendable {
    private static let piece = 64 * 1024

    let object: StoredObject
    let faults: [FaultBehaviour: Fault]

    func reply(to call: HTTPCall) -> Reply {
        let content = object.content()
        let total = content.count + object.padding
        var headers: HTTPHeaders = [
            "content-type": faults[.wrongContentType] == nil ? object.type : "text/html",
            "accept-ranges": "bytes", "etag": "\"\(Self.digest(content, total))\"", "server": "AliyunOSS",
        ]
        var range = 0..<total
        var status = 200
        if let wanted = call.headers.first(name: "range") {
            guard let part = Self.range(wanted, total: total) else {
                headers.add(name: "content-range", value: "bytes */\(total)")
                return Reply(status: 416, headers: headers, body: .whole([]))
            }
            range = part
            status = 206
            headers.add(name: "content-range", value: "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(total)")
        }
        headers.add(name: "content-length", value: String(range.count))
        if call.method == "HEAD" { return Reply(status: status, headers: headers, body: .steps([])) }
        let isPlain = object.padding == 0 && [.slow, .cutStream, .reset].allSatisfy { faults[$0] == nil }
        if isPlain { return Reply(status: status, headers: headers, body: .whole(Array(content[range]))) }
        return Reply(status: status, headers: headers, body: .live(produce(content, range)))
    }

    /// Sends piece by piece, so that a large file is never in memory, and ends early when a fault says so.
    private func produce(_ content: [UInt8], _ range: Range<Int>) -> @Sendable (ReplyWriter) async throws -> Void {
        let size = faults[.slow]?.number("bytes") ?? Self.piece
        let pause = faults[.slow].map { $0.duration("ms") ?? .milliseconds(50) }
        let isCut = faults[.cutStream] != nil || faults[.reset] != nil
        let fault = faults[.cutStream] ?? faults[.reset]
        let end =
            isCut
            ? range.lowerBound + min(range.count - 1, fault?.number("bytes") ?? range.count / 2) : range.upperBound
        let last: ReplyStep = faults[.reset] != nil ? .reset : .cut
        return { writer in
            var position = range.lowerBound
            while position < end {
                let next = min(end, position + max(1, size))
                try await writer.perform(.bytes(Self.bytes(content, position..<next)))
                if let pause { try await writer.pause(pause) }
                position = next
            }
            if isCut { try await writer.perform(last) }
        }
    }

    private static func bytes(_ content: [UInt8], _ range: Range<Int>) -> [UInt8] {
        let inside = range.clamped(to: 0..<content.count)
        return Array(content[inside]) + [UInt8](repeating: 0, count: range.count - inside.count)
    }

    /// `bytes=0-99`, `bytes=100-` or `bytes=-100`.
    static func range(_ text: String, total: Int) -> Range<Int>? {
        guard text.hasPrefix("bytes=") else { return nil }
        let parts = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, total > 0 else { return nil }
        switch (Int(parts[0]), Int(parts[1])) {
        case (let first?, let last?) where first <= last && first < total: return first..<min(last + 1, total)
        case (let first?, nil) where parts[1].isEmpty && first < total: return first..<total
        case (nil, let count?) where parts[0].isEmpty && count > 0: return max(0, total - count)..<total
        default: return nil
        }
    }

    private static func digest(_ content: [UInt8], _ total: Int) -> String {
        MD5.hash(content + Array("\(total)".utf8)).hexadecimal.uppercased()
    }
}
