/// What a write did, or would do.
package struct ConfigurationUpdate: Sendable {
    /// The configuration afterwards.
    package let configuration: Configuration
    /// The files that differ afterwards; empty when everything stood there already.
    package let changedFiles: [String]
    /// Warnings that were not there before.
    package let newWarnings: [ConfigurationIssue]
}
