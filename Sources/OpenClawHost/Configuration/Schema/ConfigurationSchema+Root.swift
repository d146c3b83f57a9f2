extension ConfigurationSchema {
    /// The configuration of OpenClaw, as far as this program uses it. Sections of other parts are known by name and kept.
    package static let openclaw = object(
        [
            Property("$schema", text("Where editors find the schema of this file.")),
            Property("agents", agents),
            Property("models", models),
            Property("auth", auth),
            Property("env", environment),
            Property("usage", usage),
            Property("failover", failover),
            Property("gateway", gateway),
            Property("tools", tools),
            Property("secrets", any("Providers of secrets that are kept in files or come from programs.")),
            Property("plugins", any("Plugins and their settings.")),
            Property("wizard", any("What the last onboarding did.")),
            Property("meta", meta),
        ] + foreign(otherSections),
        "The configuration of OpenClaw.")

    private static let otherSections = [
        "acp", "approvals", "audio", "bindings", "broadcast", "browser", "canvasHost", "channels", "cli", "commands",
        "cron", "crestodian", "diagnostics", "discovery", "hooks", "logging", "mcp", "media", "memory", "messages",
        "nodeHost", "proxy", "session", "skills", "surfaces", "talk", "telemetry", "ui", "update", "web",
    ]

    private static let meta = object(
        [
            Property("lastTouchedVersion", text("The version that wrote this file last.")),
            Property("lastTouchedAt", text("When this file was written last.")),
        ], others: any(), "Stamped by the program on each write.")

    private static let environment = object(
        [
            Property("vars", map(text("The value."), "Variables to set when nothing else sets them.")),
            Property(
                "shellEnv",
                object(
                    [
                        Property("enabled", boolean("Whether to ask the login shell; off by default.")),
                        Property("timeoutMs", integer(0...3_600_000, "How long to wait; 15000 by default.")),
                    ], "Imports missing keys from the login shell.")),
        ], others: text("The value of a variable."), "Variables to set when nothing else sets them.")

    /// A secret: the text itself, `${NAME}`, or a reference.
    static func secret(_ summary: String) -> ConfigurationSchema {
        ConfigurationSchema(
            .either([ConfigurationSchema(.text, "The secret, or ${NAME}.", secret: true), secretReference]), summary,
            secret: true)
    }

    private static let secretReference = object(
        [
            Property(
                "source", choice("env", "file", "exec", "store", summary: "Where the secret is kept."), required: true),
            Property("provider", text("A name under secrets.providers; 'default' for variables.")),
            Property("id", text("The variable, JSON pointer or id of the secret."), required: true),
        ], "Where the secret is kept.")
}
