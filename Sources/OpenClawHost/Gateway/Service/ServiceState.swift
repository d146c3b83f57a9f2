/// How the service of an installation stands.
package struct ServiceState: Hashable, Sendable {
    /// `systemd` or `launchd`.
    package var manager: String
    /// Its file.
    package var path: String
    package var isInstalled: Bool
    /// Whether it starts at boot or login.
    package var isEnabled: Bool
    /// Whether the manager keeps it running at present.
    package var isActive: Bool
    /// The program that its file names, when it is not the one that asks.
    package var otherProgram: String?

    package init(
        manager: String, path: String, isInstalled: Bool, isEnabled: Bool = false, isActive: Bool = false,
        otherProgram: String? = nil
    ) {
        self.manager = manager
        self.path = path
        self.isInstalled = isInstalled
        self.isEnabled = isEnabled
        self.isActive = isActive
        self.otherProgram = otherProgram
    }
}
