import HTTPTypes
import Inference
import NIOCore
import Transport

/// Whoever waits for the answer to one call. Called on the event loop.
protocol UpstreamCallOwner: AnyObject {
    func callAnswered(_ head: ResponseHead)

    func callReceived(_ bytes: RawSpan)

    /// What has arrived so far has been told.
    func callPaused()

    func callEnded()

    /// - Parameter wasSent: whether the service may have read the request.
    func callFailed(_ error: InferenceError, wasSent: Bool)
}

/// One request to a service, within its deadlines: finds a connection, sends, and tells its owner of the answer.
final class UpstreamCall {
    private weak var owner: (any UpstreamCallOwner)?
    private let loop: GatewayLoop
    private let request: HTTPExchangeRequest
    private let deadlines: Deadlines
    private let trace: String?
    private var timing: RelayTiming
    private var site: UpstreamSite?
    private var upstream: UpstreamConnection?
    private var isSent = false
    private var isOver = false

    /// - Parameter trace: the value of `traceparent`.
    init(
        _ request: HTTPExchangeRequest, deadlines: Deadlines, trace: String?, loop: GatewayLoop,
        owner: any UpstreamCallOwner
    ) {
        self.trace = trace
        self.request = request
        self.deadlines = deadlines
        self.loop = loop
        self.owner = owner
        timing = RelayTiming(deadlines, start: loop.now)
    }

    /// - Parameter isFresh: whether only a new connection will do. An old one may turn out to be closed, and then nobody knows
    ///   whether the service has begun something that costs money.
    func start(isFresh: Bool) {
        do throws(InferenceError) {
            // Paths hold ids here; connections are kept by host.
            var head = request.head
            head.path = "/"
            let site = try loop.upstreams.site(for: head)
            self.site = site
            loop.upstreams.connect(to: site, isFresh: isFresh, within: deadlines.connect, for: self)
        } catch {
            end(error)
        }
    }

    /// Nobody waits any longer.
    func cancel() {
        isOver = true
        upstream?.cancel()
        upstream = nil
    }

    func setReading(_ reads: Bool) { upstream?.setReading(reads) }

    func pulse(at now: UInt64) {
        guard !isOver, let error = timing.expired(at: now) else { return }
        upstream?.cancel()
        end(error)
    }

    private func end(_ error: InferenceError) {
        guard !isOver else { return }
        isOver = true
        upstream = nil
        owner?.callFailed(error, wasSent: isSent)
    }
}

extension UpstreamCall: UpstreamReceiver {
    func upstreamIsOpen(_ upstream: UpstreamConnection) {
        guard !isOver, owner != nil, let site else { return upstream.cancel() }
        self.upstream = upstream
        do throws(InferenceError) {
            var buffer = loop.turn.buffers.take(request.contentLength + UpstreamRequestWriter.headSize)
            try UpstreamRequestWriter.write(request, to: site, trace: trace, into: &buffer)
            isSent = true
            timing.sent(at: loop.now)
            upstream.send(buffer, for: self)
        } catch {
            upstream.cancel()
            end(error)
        }
    }

    func upstreamHead(_ head: ResponseHead) {
        timing.answered(at: loop.now)
        owner?.callAnswered(head)
    }

    func upstreamBody(_ bytes: RawSpan) {
        timing.data(at: loop.now)
        owner?.callReceived(bytes)
    }

    func upstreamEnd() {
        guard !isOver else { return }
        isOver = true
        upstream = nil
        owner?.callEnded()
    }

    func upstreamPause() { owner?.callPaused() }

    func upstreamFailed(_ error: InferenceError, isReplayable: Bool) {
        upstream = nil
        guard !isOver else { return }
        guard isReplayable else { return end(error) }
        isSent = false
        start(isFresh: true)
    }
}
