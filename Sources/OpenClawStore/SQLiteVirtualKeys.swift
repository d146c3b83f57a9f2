import Digests
package import Inference
package import OpenClawHost

/// The virtual keys in the state database.
package final class SQLiteVirtualKeys: VirtualKeyStore {
    private let database: StateDatabase
    private let watch: KeyRevisionWatch

    package init(_ database: StateDatabase) {
        self.database = database
        watch = KeyRevisionWatch(database)
    }

    package func add(_ key: VirtualKey, digest: KeyDigest, replacesOthers: Bool) throws(InferenceError) {
        let created = UsageRow.milliseconds(key.createdAt)
        var isTaken = false
        try database.write { connection throws(InferenceError) in
            try connection.transaction { () throws(InferenceError) in
                // An expired key gives its name away.
                let retired = replacesOthers ? "" : " AND expires <= \(created)"
                let retire = "UPDATE gateway_key SET revoked = ? WHERE name = ? AND revoked IS NULL\(retired)"
                try Statement(retire, in: connection).run([.integer(created), .text(key.name)])
                let same = "SELECT id FROM gateway_key WHERE name = ? AND revoked IS NULL"
                try Statement(same, in: connection).run([.text(key.name)]) { _ in isTaken = true }
                guard !isTaken else { return }
                try Statement(VirtualKeyRow.insertion, in: connection).run(VirtualKeyRow.values(of: key, digest))
            }
        }
        guard isTaken else { return }
        throw InferenceError(
            .invalidConfiguration, "there is an active key with the name '\(key.name)'; expected another name",
            hint: "openclaw gateway keys revoke \(key.name)")
    }

    package func revoke(_ nameOrID: String, at now: Double) throws(InferenceError) -> [VirtualKey] {
        var revoked: [VirtualKey] = []
        try database.write { connection throws(InferenceError) in
            try connection.transaction { () throws(InferenceError) in
                let which = "WHERE (name = ? OR id = ?) AND revoked IS NULL"
                let values: [SQLValue] = [.text(nameOrID), .text(nameOrID)]
                let select = "SELECT \(VirtualKeyRow.columns) FROM gateway_key \(which)"
                try Statement(select, in: connection).run(values) { row in revoked.append(VirtualKeyRow.key(row).key) }
                let moment = SQLValue.integer(UsageRow.milliseconds(now))
                try Statement("UPDATE gateway_key SET revoked = ? \(which)", in: connection).run([moment] + values)
            }
        }
        return revoked
    }

    package func all() throws(InferenceError) -> [StoredVirtualKey] {
        var keys: [StoredVirtualKey] = []
        try database.read { connection throws(InferenceError) in
            let sql = "SELECT \(VirtualKeyRow.columns) FROM gateway_key ORDER BY created, id"
            try Statement(sql, in: connection).run { row in keys.append(VirtualKeyRow.key(row)) }
        }
        return keys
    }

    package func revision() throws(InferenceError) -> Int { try watch.revision() }

    package func digest(of secret: some Sequence<UInt8>) -> KeyDigest {
        KeyDigest(SHA256.hash(secret))
    }
}
