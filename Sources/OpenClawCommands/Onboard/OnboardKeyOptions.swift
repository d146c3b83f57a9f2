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

    @Option(
        help: ArgumentHelp(
            "Use a key that is there already: a stored profile, a variable, or a setting.", valueName: "source"))
    package var keyFrom: String?

    @Option(
        help: ArgumentHelp("The id of your workspace at the service, for regions that need one.", valueName: "id"))
    package var workspaceId: String?

    @Flag(inversion: .prefixedNo, help: "Show the key to its endpoint once, with a free question.")
    package var verify = true

    @Flag(help: "Tell how the endpoint of the key was found.")
    package var verbose = false

    package init() {}
}
