extension Migration {
    /// Jobs by their kind, for lists of clients, and taken out of sight; what clients made in a service's own protocol.
    static let clientMedia = Migration(
        name: "2026-11-client-media",
        statements: [
            "ALTER TABLE job ADD COLUMN kind TEXT",
            "ALTER TABLE job ADD COLUMN removed INTEGER",
            "UPDATE job SET kind = json_extract(document, '$.plan.kind')",
            "CREATE INDEX job_owner ON job (owner, created) WHERE owner IS NOT NULL",
            """
            CREATE TABLE holding (
                name TEXT PRIMARY KEY,
                provider TEXT NOT NULL,
                model TEXT NOT NULL,
                endpoint TEXT NOT NULL,
                credential TEXT NOT NULL,
                capability TEXT NOT NULL,
                virtual_key TEXT,
                call_id TEXT NOT NULL,
                bill TEXT,
                made INTEGER NOT NULL,
                expires INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX holding_expires ON holding (expires)",
        ])
}
