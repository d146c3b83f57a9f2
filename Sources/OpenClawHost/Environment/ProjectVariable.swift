/// Decides which variables a low-trust place may not set.
enum ProjectVariable {
    /// Whether a name in a project's `.env` is a key, an address, a proxy, a certificate or a control variable.
    static func isRefused(_ name: String, expectedKeys: Set<String>) -> Bool {
        let upper = name.uppercased()
        return expectedKeys.contains(name) || SensitiveText.isSecretName(name) || isControl(upper)
            || addressEndings.contains { upper.hasSuffix($0) } || upper.suffix(behind: "API_KEY") != nil
    }

    /// Whether a name changes how programs are loaded or where this program looks; the configuration's `env` may not set it.
    static func isControl(_ upper: String) -> Bool {
        controlNames.contains(upper) || controlPrefixes.contains { upper.hasPrefix($0) }
    }

    private static let addressEndings = ["_PROXY", "_URL", "_URI", "_HOST", "_ENDPOINT", "_BASE", "_CA_BUNDLE"]
    private static let controlPrefixes = ["OPENCLAW_", "CLAWDBOT_", "LD_", "DYLD_", "NODE_", "SSL_", "PYTHON", "BASH_"]
    private static let controlNames: Set<String> = [
        "PATH", "HOME", "USERPROFILE", "SHELL", "ENV", "IFS", "ZDOTDIR", "CDPATH", "PS4", "PROMPT_COMMAND", "PERL5OPT",
        "RUBYOPT", "GCONV_PATH", "XDG_CONFIG_HOME",
    ]
}
