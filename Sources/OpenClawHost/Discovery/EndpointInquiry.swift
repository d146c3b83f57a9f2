import HTTPTypes
package import Inference

/// Asks one endpoint, once, whether it takes a key. Costs nothing and carries no prompt.
package struct EndpointInquiry: Sendable {
    package var transport: any HTTPTransport
    package var userAgent: String

    package init(transport: any HTTPTransport, userAgent: String) {
        self.transport = transport
        self.userAgent = userAgent
    }

    /// - Parameter limit: the time for the whole exchange.
    package func ask(_ target: ProbeTarget, _ secret: Secret, within limit: Duration) async -> ProbeAnswer {
        let start = ContinuousClock.now
        var answer = ProbeAnswer(target: target, verdict: .unreachable, milliseconds: 0)
        do throws(InferenceError) {
            let request = try request(target, secret)
            let deadlines = Deadlines(connect: limit, firstByte: limit, idle: limit, total: limit)
            let response = try await transport.send(request, deadlines: deadlines)
            let body = try await response.body.collect(upTo: 1 << 20, before: start + limit)
            read(response.head, body, into: &answer)
        } catch {
            answer.failure = error
        }
        let passed = (ContinuousClock.now - start).components
        answer.milliseconds = Int(passed.seconds) * 1000 + Int(passed.attoseconds / 1_000_000_000_000_000)
        return answer
    }

    private func request(_ target: ProbeTarget, _ secret: Secret) throws(InferenceError) -> HTTPExchangeRequest {
        let authorization = "Bearer " + secret.expose()
        guard let method = HTTPRequest.Method(target.probe.method), HTTPField.isValidValue(authorization) else {
            throw InferenceError(.unauthenticated, "the key holds characters that no header can carry")
        }
        let base = BaseAddress(target.endpoint.baseURL)
        var head = HTTPRequest(
            method: method, scheme: base.scheme, authority: base.authority, path: base.path + target.probe.path)
        head.headerFields[.authorization] = authorization
        head.headerFields[.userAgent] = userAgent
        head.headerFields[.accept] = "application/json"
        guard let body = target.probe.body else { return HTTPExchangeRequest(head: head) }
        head.headerFields[.contentType] = "application/json"
        return HTTPExchangeRequest(head: head, body: [Array(body.utf8)[...]])
    }

    private func read(_ head: HTTPResponse, _ body: [UInt8], into answer: inout ProbeAnswer) {
        let json = try? JSONValue(parsing: String(decoding: body, as: UTF8.self))
        answer.status = head.status.code
        answer.code = json.flatMap { Self.code($0) }
        answer.serverTime = head.headerFields[.date].flatMap { HTTPDate($0)?.secondsSince1970 }
        switch answer.target.probe.verdict(status: head.status.code, code: answer.code) {
        case .accepted: answer.verdict = .accepted
        case .refused: answer.verdict = .refused
        case .unclear: answer.verdict = .unclear
        }
        if head.status.code == 200 { answer.listed = json?["data"]?.array?.count }
    }

    /// The error code of the usual shapes; an odd one is shortened, for it is shown.
    private static func code(_ json: JSONValue) -> String? {
        let found = json["error"]?["code"]?.string ?? json["code"]?.string ?? json["error"]?["type"]?.string
        return found.map { String($0.prefix(64)) }
    }
}
