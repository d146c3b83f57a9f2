import OpenClawHost

extension ExitStatus {
    /// The codes of `models status --check`, which are OpenClaw's.
    init(check health: CredentialHealth) {
        self.init(code: Int32(health.rawValue), meaning: "check")
    }
}
