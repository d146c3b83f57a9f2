package import Inference

/// Writes changes to a configuration file in place.
package struct SettingsEditing: Sendable {
    private let write: @Sendable ([SettingChange], _ isDryRun: Bool) throws(InferenceError) -> Void

    package init(_ write: @escaping @Sendable ([SettingChange], _ isDryRun: Bool) throws(InferenceError) -> Void) {
        self.write = write
    }

    /// - Parameter isDryRun: whether only to find out that it would work.
    /// - Throws: `.invalidConfiguration` when the file changed meanwhile or cannot be written.
    package func callAsFunction(_ changes: [SettingChange], isDryRun: Bool = false) throws(InferenceError) {
        try write(changes, isDryRun)
    }
}

extension HostSettings {
    /// Writes changes in place.
    ///
    /// - Parameter startsAnew: whether the file that was read has been moved away.
    package func editing(
        version: String, now: @escaping @Sendable () -> Double, startsAnew: Bool = false
    ) -> SettingsEditing {
        let writer = writer(version: version, now: now)
        let expected = startsAnew ? nil : configuration
        return SettingsEditing { (changes, isDryRun) throws(InferenceError) in
            try writer.update(expecting: expected, dryRun: isDryRun) { (_) throws(InferenceError) in
                changes.map(\.edit)
            }
        }
    }
}

extension SettingChange {
    fileprivate var edit: ConfigurationEdit {
        let path = ConfigurationPath(keys.map { .key($0) })
        return value.map { .set(path, $0) } ?? .unset(path)
    }
}
