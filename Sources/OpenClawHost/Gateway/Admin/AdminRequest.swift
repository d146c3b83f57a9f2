#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the owner of a gateway asks it over the socket of its state directory: one JSON object on a line.
package struct AdminRequest: Hashable, Codable, Sendable {
    package enum Operation: String, Hashable, Codable, Sendable, CaseIterable {
        /// How it stands.
        case status
        /// Read the files again.
        case reload
        /// Take no more requests and end when the open ones are done.
        case drain
        /// End now.
        case stop
        /// The requests that are open.
        case streams
        /// The credentials that rest.
        case cooldowns
        /// What it has done since its start.
        case activity
        /// What it did for one of the latest requests.
        case flight
    }

    package var operation: Operation
    /// The id of the request that is meant.
    package var request: String?

    package init(_ operation: Operation, request: String? = nil) {
        self.operation = operation
        self.request = request
    }

    enum CodingKeys: String, CodingKey {
        case operation = "op"
        case request
    }
}
