import OpenClawHost

extension Installation {
    /// Failover as this installation configures it, with the state that its processes share.
    func failover(_ context: CommandContext, policy: FailoverPolicy? = nil) -> FailoverServices {
        let file = FailoverFile(directory: locations.stateDirectory)
        return FailoverServices(
            policy: policy ?? FailoverPolicy(settings: accounts.settings), health: file, repairs: file,
            now: context.now, random: context.random)
    }
}
