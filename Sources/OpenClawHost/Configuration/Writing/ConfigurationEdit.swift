package import Inference

/// A change of one value of the configuration.
package enum ConfigurationEdit: Hashable, Sendable {
    case set(ConfigurationPath, JSONValue)
    case unset(ConfigurationPath)

    package var path: ConfigurationPath {
        switch self {
        case .set(let path, _), .unset(let path): path
        }
    }
}
