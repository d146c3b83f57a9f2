/// How a simulator runs. Every property is one option of `openclaw simulate`, named in its comment.
public struct SimulatorConfiguration: Sendable {
    /// `--port`: where base URLs are served on 127.0.0.1; 0 picks a free port.
    public var port: Int
    /// `--proxy-port`: where an HTTPS proxy for the real host names listens; 0 picks a free port, `nil` opens none.
    public var proxyPort: Int?
    /// `--ca-file`: where the certificate of the simulator's own authority is written, for `SSL_CERT_FILE`.
    public var caFile: String?
    /// `--seed`: the same seed gives the same keys and the same answers.
    public var seed: UInt64
    /// `--latency`: how long each answer is held back.
    public var latency: Duration
    /// The pause between two events of a stream.
    public var chunkDelay: Duration
    /// `--task-speed`: how many times faster than real asynchronous tasks pass.
    public var taskSpeed: Double
    /// `--clock-skew`: how far its clock, as the `Date` header shows it, is ahead of this machine's.
    public var clockSkew: Duration
    /// `--accept-any-key`: takes any key, also none, on every host.
    public var acceptAnyKey: Bool
    /// `--fault`, repeatable: what goes wrong from the start.
    public var faults: [Fault]
    /// `--chat-backend`: an OpenAI-compatible base URL that supplies the words. `http://KEY@host/v1?model=NAME`
    /// adds a bearer key and replaces the model name.
    public var chatBackend: String?

    /// A configuration; the defaults serve base URLs on a free port, at once, with seed 1.
    public init(
        port: Int = 0, proxyPort: Int? = nil, caFile: String? = nil, seed: UInt64 = 1, latency: Duration = .zero,
        chunkDelay: Duration = .zero, taskSpeed: Double = 1, clockSkew: Duration = .zero, acceptAnyKey: Bool = false,
        faults: [Fault] = [], chatBackend: String? = nil
    ) {
        self.port = port
        self.proxyPort = proxyPort
        self.caFile = caFile
        self.seed = seed
        self.latency = latency
        self.chunkDelay = chunkDelay
        self.taskSpeed = taskSpeed
        self.clockSkew = clockSkew
        self.acceptAnyKey = acceptAnyKey
        self.faults = faults
        self.chatBackend = chatBackend
    }
}
