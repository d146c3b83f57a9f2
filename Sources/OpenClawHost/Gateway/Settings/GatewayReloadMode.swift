/// What a changed configuration does to a gateway that runs.
package enum GatewayReloadMode: String, Hashable, Sendable, CaseIterable {
    /// Nothing until it is restarted, or told to by SIGHUP or `openclaw gateway reload`.
    case off
    /// It is taken over while requests go on. Port, addresses and certificate paths wait for a restart.
    case hot
}
