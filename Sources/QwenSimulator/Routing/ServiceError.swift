/// A request that the service refuses, by error row and the values of its message.
struct ServiceError: Error, Sendable {
    let row: String
    var values: [String: String] = [:]

    init(_ row: String, _ values: [String: String] = [:]) {
        self.row = row
        self.values = values
    }
}
