extension Migration {
    /// Jobs, whole as JSON beside what they are looked for by; turns for questions about tasks; files in the temporary stores of
    /// services.
    static let jobs = Migration(
        name: "2026-11-jobs",
        statements: [
            """
            CREATE TABLE job (
                id TEXT PRIMARY KEY,
                state TEXT NOT NULL,
                created INTEGER NOT NULL,
                service TEXT NOT NULL,
                task TEXT,
                owner TEXT,
                document TEXT NOT NULL
            ) STRICT
            """,
            // A task has one job at most: what is lost is never found twice.
            "CREATE UNIQUE INDEX job_task ON job (service, task) WHERE task IS NOT NULL",
            "CREATE INDEX job_created ON job (created)",
            "CREATE TABLE job_turn (account TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT",
            """
            CREATE TABLE upload (
                digest TEXT NOT NULL,
                model TEXT NOT NULL,
                service TEXT NOT NULL,
                account TEXT NOT NULL,
                reference TEXT NOT NULL,
                expires INTEGER NOT NULL,
                PRIMARY KEY (digest, model, service, account)
            ) STRICT
            """,
        ])
}
