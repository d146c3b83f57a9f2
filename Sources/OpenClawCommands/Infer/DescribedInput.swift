package import ArgumentParser

/// The one file that is asked about.
package struct DescribedInput: ParsableArguments {
    @Argument(help: ArgumentHelp("A file or an address.", valueName: "file"))
    package var argument: String?

    @Option(name: .customLong("file"), help: ArgumentHelp("The file or address, as an option.", valueName: "file"))
    package var option: String?

    package init() {}

    package func validate() throws {
        if (argument == nil) == (option == nil) {
            throw ValidationError(argument == nil ? "expected a file or an address" : "expected one file, got two")
        }
    }

    var name: String { argument ?? option ?? "" }
}
