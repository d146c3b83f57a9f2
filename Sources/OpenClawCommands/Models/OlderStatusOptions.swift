import ArgumentParser

/// Spellings of `--json` and `--plain` that older scripts use with bare `openclaw models`.
package struct OlderStatusOptions: ParsableArguments {
    @Flag(help: .hidden) package var statusJson = false
    @Flag(help: .hidden) package var statusPlain = false

    package init() {}

    /// The shape that was asked for, `nil` when it was not asked for this way.
    var format: OutputFormat? { statusJson ? .json : statusPlain ? .plain : nil }
}
