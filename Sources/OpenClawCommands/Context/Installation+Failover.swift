package import OpenClawHost

extension Installation {
    /// Failover as this installation configures it, with the state that its processes share.
    package func failover(_ context: CommandContext, policy: FailoverPolicy? = nil) -> FailoverServices {
        let store = context.makeFailoverStore(locations.stateDirectory)
        return FailoverServices(
            policy: policy ?? FailoverPolicy(settings: accounts.settings), health: store, repairs: store,
            now: context.now, random: context.random)
    }
}
