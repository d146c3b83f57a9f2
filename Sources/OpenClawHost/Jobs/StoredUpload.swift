package import Inference

/// A file in the temporary store of a service.
package struct StoredUpload: Hashable, Sendable {
    /// A file is good for one model of one account only.
    package struct Key: Hashable, Sendable {
        package var digest: String
        package var model: ModelID
        package var service: String
        package var account: String

        package init(digest: String, model: ModelID, service: String, account: String) {
            self.digest = digest
            self.model = model
            self.service = service
            self.account = account
        }
    }

    package var key: Key
    /// What requests call it.
    package var reference: String
    /// Seconds since 1970.
    package var expiresAt: Double

    package init(key: Key, reference: String, expiresAt: Double) {
        self.key = key
        self.reference = reference
        self.expiresAt = expiresAt
    }
}
