import ArgumentParser

/// Whether a result is shown in the terminal.
package struct PreviewOption: ParsableArguments {
    @Flag(help: "Show the result in a terminal that can (kitty, iTerm2, sixel); of clips the first frame.")
    package var preview = false

    package init() {}
}
