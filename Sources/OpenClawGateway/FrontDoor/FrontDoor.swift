import Inference
import NIOCore

/// Looks at the head of a request and says whether it may come in, before a byte of its body is read.
struct FrontDoor: Sendable {
    /// What was decided.
    enum Verdict {
        case enter(Route, (any Admission)?)
        case refuse(Refusal)
    }

    /// Why a request may not come in.
    struct Refusal {
        var error: InferenceError
        var style: RefusalStyle
        var fields: [(name: String, value: String)] = []
    }

    let routes: RouteTable
    /// `nil` when nothing has to be presented.
    let access: (any AccessControl)?
    let hosts: HostRule
    let limits: ServingLimits

    /// - Parameter countFailure: hears of a wrong token, and tells how long its sender has to wait when there were too many.
    func judge(_ head: RequestHead, countFailure: () -> Int?) -> Verdict {
        head.bytes.withUnsafeReadableBytes { bytes in
            if let error = originError(head.known, bytes) { return .refuse(Refusal(error: error, style: .openAI)) }
            let match = routes.match(head.method, path: head.path.bytes(in: bytes))
            if case .route(let route) = match, !route.needsToken { return .enter(route, nil) }
            guard let admission = admit(head.known, bytes) else {
                return .refuse(unauthenticated(match, hasToken: hasToken(head.known), countFailure))
            }
            switch match {
            case .none: return .refuse(Refusal(error: .noSuchPath, style: .openAI))
            case .otherMethod(let allowed, let route):
                let names = allowed.map(\.rawValue).joined(separator: ", ")
                return .refuse(
                    Refusal(error: .otherMethod(names), style: route.refusals, fields: [("allow", names)]))
            case .route(let route): return enter(route, admission, head.body)
            }
        }
    }

    private func enter(_ route: Route, _ admission: any Admission, _ body: BodyLength) -> Verdict {
        let limit = min(limits.body(of: route), route.bodyLimit)
        if case .bytes(let count) = body, count > limit {
            return .refuse(Refusal(error: .bodyTooLarge(limit), style: route.refusals))
        }
        do throws(InferenceError) {
            try admission.begin(path: route.path)
            return .enter(route, admission)
        } catch {
            return .refuse(Refusal(error: error, style: route.refusals))
        }
    }

    private func originError(_ known: RequestHead.Known, _ bytes: UnsafeRawBufferPointer) -> InferenceError? {
        guard let host = known.host?.bytes(in: bytes), hosts.allows(host: host) else { return .otherHost }
        if let origin = known.origin {
            return hosts.allows(origin: origin.bytes(in: bytes), at: host) ? nil : .otherOrigin
        }
        if let site = known.fetchSite, site.isNamed("cross-site", in: bytes) { return .otherOrigin }
        return nil
    }

    private func hasToken(_ known: RequestHead.Known) -> Bool { known.authorization != nil || known.apiKey != nil }

    private func admit(_ known: RequestHead.Known, _ bytes: UnsafeRawBufferPointer) -> (any Admission)? {
        guard let access else { return Anyone.shared }
        if let authorization = known.authorization, let token = Self.bearer(authorization, bytes) {
            return access.admit(RawSpan(_unsafeBytes: token.bytes(in: bytes)))
        }
        guard let key = known.apiKey else { return nil }
        return access.admit(RawSpan(_unsafeBytes: key.bytes(in: bytes)))
    }

    /// What follows `Bearer `.
    private static func bearer(_ value: HeadSlice, _ bytes: UnsafeRawBufferPointer) -> HeadSlice? {
        let scheme: StaticString = "bearer"
        let end = value.start + scheme.utf8CodeUnitCount
        guard value.count > scheme.utf8CodeUnitCount + 1, ByteClass.isBlank(bytes[end]),
            HeadSlice(start: value.start, end: end).isNamed(scheme, in: bytes)
        else { return nil }
        var start = end
        while start < value.end, ByteClass.isBlank(bytes[start]) { start += 1 }
        return HeadSlice(start: start, end: value.end)
    }

    private func unauthenticated(_ match: RouteTable.Match, hasToken: Bool, _ countFailure: () -> Int?) -> Refusal {
        let style: RefusalStyle =
            switch match {
            case .route(let route), .otherMethod(_, let route): route.refusals
            case .none: .openAI
            }
        if hasToken, let seconds = countFailure() { return Refusal(error: .tooManyAttempts(seconds), style: style) }
        return Refusal(
            error: hasToken ? .wrongToken : .missingToken, style: style, fields: [("www-authenticate", "Bearer")])
    }
}

/// Whoever comes, where the configuration asks for no token.
private final class Anyone: Admission {
    static let shared = Anyone()

    var name: String { "anyone" }
}
