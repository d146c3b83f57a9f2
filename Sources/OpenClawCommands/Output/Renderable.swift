package import Inference

/// A result that knows its three shapes; `CommandContext.show` prints the one that was asked for.
package protocol Renderable {
    /// The value behind `--json`. Member order is the order of the output.
    var json: JSONValue { get }
    /// The lines for people.
    var text: [String] { get }
    /// The lines of `--plain`.
    var plain: [String] { get }
}

extension Renderable {
    package var plain: [String] { text }
}
