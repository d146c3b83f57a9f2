/// Everything that the command line may say to onboarding. No behaviour.
package struct OnboardingOptions: Hashable, Sendable {
    package var authChoice: String?
    package var keyFlags: [KeyFlagValue] = []
    package var takesKeyFromInput = false
    package var keyFile: String?
    package var secretInputMode: String?
    /// A profile, variable or setting that holds the key already.
    package var keyFrom: String?
    /// What stands for a workspace in host names.
    package var workspaceID: WorkspaceID?
    /// Whether the key is shown once to its endpoint, with a free question.
    package var verifies = true
    package var isNonInteractive = false
    package var acceptsRisk = false
    package var resets = false
    package var resetScope: String?
    package var workspace: String?
    package var mode: String?
    package var flow: String?
    package var gateway = GatewayOptions()
    package var custom = CustomServerOptions()
    /// Flags of OpenClaw that mean nothing here, as given.
    package var ignored: [String] = []
    /// Whether the default model becomes the provider's, also when another one is configured.
    package var setsDefaultModel = true
    /// Whether a key of another endpoint is stored beside the one in use, for what that one's endpoint does not serve.
    package var keepsEndpoint = false
    /// Whether gateway, workspace and wizard settings are written beside the provider's.
    package var writesLocalSettings = true

    package init() {}
}
