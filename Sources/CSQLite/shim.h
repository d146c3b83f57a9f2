#ifndef OPENCLAW_CSQLITE_SHIM_H
#define OPENCLAW_CSQLITE_SHIM_H

#include <sqlite3.h>

/// Binds text that SQLite copies; the macro for that is invisible to Swift. Text of no length may have no address.
static inline int openclaw_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
    return sqlite3_bind_text(statement, index, text ? text : "", length, SQLITE_TRANSIENT);
}

/// Leaves the counting of memory out, which nobody asks for and which takes a lock for every allocation. Before the first
/// database is opened.
static inline void openclaw_sqlite_prepare(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

#endif
