package import Inference

/// The contents of `auth-profiles.json`: named credentials in file order, beside members that we do not know.
package struct AuthProfiles: Hashable, Sendable {
    /// The whole document.
    package private(set) var document: JSONObject

    /// No profiles.
    package init() { document = JSONObject([("version", 1), ("profiles", .object(JSONObject()))]) }

    /// Reads a document; `nil` when it is not an object with an object of profiles.
    package init?(_ value: JSONValue) {
        guard case .object(var members) = value else { return nil }
        switch members["profiles"] {
        case .object: break
        case nil: members["profiles"] = .object(JSONObject())
        default: return nil
        }
        document = members
    }

    /// The profiles in file order. Entries that are no objects are left alone and not listed.
    package var all: [AuthProfile] {
        entries.members.compactMap { member in
            member.value.object.map { AuthProfile(id: member.key, members: $0) }
        }
    }

    /// Reads, replaces in place, appends, or removes a profile.
    package subscript(id: String) -> AuthProfile? {
        get { entries[id]?.object.map { AuthProfile(id: id, members: $0) } }
        set {
            var changed = entries
            changed[id] = newValue.map { .object($0.members) }
            document["profiles"] = .object(changed)
        }
    }

    private var entries: JSONObject { document["profiles"]?.object ?? JSONObject() }
}
