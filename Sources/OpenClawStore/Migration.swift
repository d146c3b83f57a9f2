/// A named step of the schema. Once released it is never changed; later ones are added at the end.
struct Migration: Sendable {
    let name: String
    let statements: [String]

    static let all = [usage, failover, gatewayKeys, savings, jobs, clientMedia, oneTimeIndex, includedIndex]

    private static let usage = Migration(
        name: "2026-11-usage",
        statements: [
            """
            CREATE TABLE usage (
                id INTEGER PRIMARY KEY,
                time INTEGER NOT NULL,
                call_id TEXT NOT NULL,
                request_id TEXT,
                provider TEXT NOT NULL,
                model TEXT NOT NULL,
                served_model TEXT,
                endpoint TEXT NOT NULL,
                plan TEXT NOT NULL,
                credential TEXT NOT NULL,
                input INTEGER,
                output INTEGER,
                cache_read INTEGER,
                cache_write INTEGER,
                reasoning INTEGER,
                image INTEGER,
                video INTEGER,
                audio INTEGER,
                audio_output INTEGER,
                explicit_cache INTEGER,
                estimated INTEGER NOT NULL,
                accepted INTEGER NOT NULL,
                first_token INTEGER,
                total INTEGER NOT NULL,
                outcome TEXT NOT NULL,
                cost TEXT NOT NULL,
                currency TEXT
            ) STRICT
            """,
            "CREATE INDEX usage_time ON usage (time)",
            "CREATE INDEX usage_window ON usage (endpoint, credential, time) WHERE accepted = 1",
            "CREATE INDEX usage_spent ON usage (time, currency, cost) WHERE currency IS NOT NULL",
        ])

    private static let failover = Migration(
        name: "2026-11-failover",
        statements: [
            """
            CREATE TABLE health (
                provider TEXT NOT NULL,
                owner TEXT NOT NULL,
                record TEXT NOT NULL,
                last_used INTEGER,
                PRIMARY KEY (provider, owner)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE repair (
                provider TEXT NOT NULL,
                endpoint TEXT NOT NULL,
                model TEXT NOT NULL,
                rule TEXT NOT NULL,
                message TEXT NOT NULL,
                learned INTEGER NOT NULL,
                PRIMARY KEY (provider, endpoint, model, rule)
            ) STRICT, WITHOUT ROWID
            """,
        ])

    private static let savings = Migration(
        name: "2026-11-usage-savings", statements: ["ALTER TABLE usage ADD COLUMN saved TEXT"])

    /// Budgets read what costs something from the index alone, and lists find their time in the same one: a row has to be put
    /// into one place less.
    private static let oneTimeIndex = Migration(
        name: "2026-11-usage-time",
        statements: [
            "DROP INDEX usage_time", "DROP INDEX usage_spent",
            "CREATE INDEX usage_cost ON usage (time, id, currency, cost)",
        ])

    /// Only subscriptions have windows: what is paid by the token need not be found by them.
    private static let includedIndex = Migration(
        name: "2026-11-usage-included",
        statements: [
            "DROP INDEX usage_window",
            """
            CREATE INDEX usage_window ON usage (endpoint, credential, time) WHERE accepted = 1 AND cost = 'included'
            """,
        ])
}
