extension Migration {
    /// The virtual keys of the gateway, and by which of them a request was asked. A revision counts the changes, so that
    /// whoever holds the keys in memory sees that they are old.
    static let gatewayKeys = Migration(
        name: "2026-11-gateway-keys",
        statements: [
            """
            CREATE TABLE gateway_key (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                digest TEXT NOT NULL UNIQUE,
                tail TEXT NOT NULL,
                models TEXT NOT NULL,
                routes TEXT NOT NULL,
                requests_per_minute INTEGER,
                budget_per_day TEXT NOT NULL,
                created INTEGER NOT NULL,
                expires INTEGER,
                revoked INTEGER
            ) STRICT
            """,
            "CREATE UNIQUE INDEX gateway_key_active ON gateway_key (name) WHERE revoked IS NULL",
            "CREATE TABLE gateway_key_revision (revision INTEGER NOT NULL) STRICT",
            "INSERT INTO gateway_key_revision VALUES (1)",
            bump(after: "INSERT"), bump(after: "UPDATE"), bump(after: "DELETE"),
            "ALTER TABLE usage ADD COLUMN virtual_key TEXT",
            "CREATE INDEX usage_virtual_key ON usage (virtual_key, time) WHERE virtual_key IS NOT NULL",
        ])

    private static func bump(after change: String) -> String {
        """
        CREATE TRIGGER gateway_key_\(change.lowercased()) AFTER \(change) ON gateway_key BEGIN
            UPDATE gateway_key_revision SET revision = revision + 1;
        END
        """
    }
}
