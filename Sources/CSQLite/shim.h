#ifndef OPENCLAW_CSQLITE_SHIM_H
#define OPENCLAW_CSQLITE_SHIM_H

#include <sqlite3.h>

/// Binds text that SQLite copies; the macro for that is invisible to Swift.
static inline int openclaw_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
    return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

#endif
