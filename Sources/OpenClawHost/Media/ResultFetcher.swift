import HTTPTypes
package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Fetches results: without a credential, from the public internet only, into a temporary file beside the target, going on
/// where an earlier try ended, checked before it gets its name.
package struct ResultFetcher: Sendable {
    private let guarded: any HTTPTransport
    private let local: any HTTPTransport
    private let userAgent: String

    /// - Parameters:
    ///   - guarded: connects to addresses of the public internet only.
    ///   - local: for files of a service on this machine.
    package init(guarded: any HTTPTransport, local: any HTTPTransport, userAgent: String) {
        self.guarded = guarded
        self.local = local
        self.userAgent = userAgent
    }

    func transport(for address: ServiceAddress) -> any HTTPTransport { address.isLoopback ? local : guarded }

    /// A result that is read as it comes.
    ///
    /// - Throws: `.resultGone` when the service does not have it any more, and whatever may be tried again.
    func open(_ remote: String, service: String) async throws -> any HTTPResponseBody {
        let address = try ServiceAddress(remote, beside: service)
        let deadlines = Deadlines(firstByte: .seconds(60), idle: .seconds(60))
        let response = try await transport(for: address).send(request(address, from: 0), deadlines: deadlines)
        guard response.head.status.code == 200 else {
            let status = response.head.status.code
            throw [403, 404, 410].contains(status)
                ? Self.gone(status) : InferenceError(.unavailable, "the result could not be fetched", status: status)
        }
        return response.body
    }

    private static func gone(_ status: Int) -> InferenceError {
        InferenceError(
            .resultGone, "the service does not have the result any more; results are kept for a day", status: status)
    }

    /// - Throws: `.resultGone` when the service does not have it any more, and whatever may be tried again.
    func fetch(
        _ remote: GenerationResults.RemoteFile, to target: ResultTarget, service: String, digest: any ContentDigest,
        observe: @Sendable (JobEvent) -> Void
    ) async throws -> JobFile {
        let address = try ServiceAddress(remote.address, beside: service)
        let part = try PartialFile(target.partPath)
        // A file that is all there already is asked for past its end, which tells so.
        let length = try await download(address, into: part, from: part.length, observe)
        guard length > 0 else {
            part.discard()
            throw InferenceError(.malformedResponse, "the result is empty")
        }
        try part.sync()
        guard let format = MediaFormat.of(part.beginning), format.kind == remote.kind else {
            part.discard()
            throw InferenceError(.malformedResponse, "what the service sent is no \(remote.kind)")
        }
        let hash: String
        do throws(FileError) { hash = try FileDigest.of(target.partPath, digest) } catch { throw error.inferenceError }
        let path = target.path(ending: format.ending)
        try part.move(to: path)
        return JobFile(path: path, mediaType: format.mediaType, byteCount: length, digest: hash)
    }

    /// - Returns: the length of the whole file.
    private func download(
        _ address: ServiceAddress, into part: borrowing PartialFile, from start: Int,
        _ observe: @Sendable (JobEvent) -> Void
    ) async throws -> Int {
        let request = request(address, from: start)
        let deadlines = Deadlines(firstByte: .seconds(60), idle: .seconds(60))
        let response = try await transport(for: address).send(request, deadlines: deadlines)
        let head = response.head
        let total: Int?
        var position = start
        switch head.status.code {
        case 200:
            position = 0
            total = head.headerFields[.contentLength].flatMap { Int($0) }
        case 206:
            guard let range = ContentRange(head.headerFields[.contentRange]), range.first == start else {
                try part.restart()
                throw InferenceError(.malformedResponse, "the result goes on at another place than was asked for")
            }
            total = range.total
        case 416:
            // Either everything is here, or what is here is of something else.
            guard ContentRange(head.headerFields[.contentRange])?.total == start else {
                try part.restart()
                throw InferenceError(.malformedResponse, "the result has another length than before")
            }
            return start
        case 403, 404, 410: throw Self.gone(head.status.code)
        default:
            throw InferenceError(
                .unavailable, "the result could not be fetched", status: head.status.code)
        }
        if position == 0 { try part.restart() }
        while let piece = try await response.body.next(before: .now + .seconds(60)) {
            try part.append(piece)
            position += piece.count
            observe(.received(bytes: position, of: total))
        }
        if let total, position != total {
            throw InferenceError(.truncated, "the result broke off at \(position) of \(total) bytes")
        }
        return position
    }

    private func request(_ address: ServiceAddress, from start: Int) -> HTTPExchangeRequest {
        var head = HTTPRequest(
            method: .get, scheme: address.scheme, authority: address.authority, path: address.path)
        head.headerFields[.userAgent] = userAgent
        if start > 0 { head.headerFields[.range] = "bytes=\(start)-" }
        return HTTPExchangeRequest(head: head)
    }
}

extension InferenceError.Code {
    /// A result that is not there any more.
    package static let resultGone: InferenceError.Code = "result_gone"
}
