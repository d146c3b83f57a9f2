/// A temporary upload as the simulator received it.
public struct SimulatedUpload: Sendable, Codable {
    /// The `oss://` address that calls may name.
    public let url: String
    /// The model that may use it.
    public let model: String
    /// The account that may use it, such as `standard-intl`.
    public let account: String
    /// How many bytes it has.
    public let size: Int
    /// SHA-256 of its bytes in hexadecimal.
    public let digest: String
}
