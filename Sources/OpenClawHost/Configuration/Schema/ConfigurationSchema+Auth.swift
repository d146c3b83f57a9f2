extension ConfigurationSchema {
    static let auth = object(
        [
            Property("profiles", map(profile, "Credentials by profile id; the secrets are in the auth store.")),
            Property(
                "order",
                map(list(text("A profile id."), "Profiles in order."), "Which profiles to use, by provider.")),
            Property("cooldowns", cooldowns),
            Property(
                "spend",
                choice(
                    "ask", "allow", "declined", "never",
                    summary: "Whether requests may be paid by use when a subscription is configured; 'ask' by default.")
            ),
            Property(
                "accounts",
                map(
                    text("Any name; credentials with the same name share their limits."),
                    "Whose limits a credential counts against, by profile id or variable.")),
        ], "Credentials and the order in which they are used.")

    private static let profile = object(
        [
            Property("provider", text("The provider that the credential belongs to."), required: true),
            Property(
                "mode", choice("api_key", "oauth", "token", summary: "The kind of credential."), required: true),
            Property("email", text("Whose account it is.")),
            Property("displayName", text("The name to show.")),
        ] + foreign("metadata"), "A credential.")

    private static let cooldowns = object(
        [
            Property("billingBackoffHours", positive("Pause after a billing failure; 5 by default.")),
            Property(
                "billingBackoffHoursByProvider",
                map(positive("Hours."), "Pause after a billing failure, by provider.")),
            Property("billingMaxHours", positive("The longest pause after billing failures; 24 by default.")),
            Property("authPermanentBackoffMinutes", positive("Pause after a revoked key; 10 by default.")),
            Property("authPermanentMaxMinutes", positive("The longest pause after revoked keys; 60 by default.")),
            Property("failureWindowHours", positive("After how long failures are forgotten; 24 by default.")),
            Property(
                "overloadedProfileRotations", integer(0...100, "Other keys to try when overloaded; 1 by default.")),
            Property("overloadedBackoffMs", integer(0...3_600_000, "Pause before that; 0 by default.")),
            Property("rateLimitedProfileRotations", integer(0...100, "Other keys to try at a limit; 1 by default.")),
        ], "How long failed credentials rest.")
}
