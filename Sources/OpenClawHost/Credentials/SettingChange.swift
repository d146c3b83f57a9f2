package import Inference

/// One value that onboarding sets, or removes with `nil`.
package struct SettingChange: Hashable, Sendable {
    /// Keys from the root.
    package var keys: [String]
    package var value: JSONValue?

    package init(_ keys: [String], _ value: JSONValue?) {
        self.keys = keys
        self.value = value
    }
}
