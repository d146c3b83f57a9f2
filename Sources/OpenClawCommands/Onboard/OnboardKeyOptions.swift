package import ArgumentParser

/// Which plan, and where its key is.
package struct OnboardKeyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The plan and region.", valueName: "choice"))
    package var authChoice: String?

    @Flag(help: "Read the key from standard input.")
    package var keyStdin = false

    @Option(help: ArgumentHelp("Read the key from a file.", valueName: "file"))
    package var keyFile: String?

    @Option(
        help: ArgumentHelp(
            "Store the key (plaintext) or the name of the variable that holds it (ref).", valueName: "mode"))
    package var secretInputMode: String?

    package init() {}
}
