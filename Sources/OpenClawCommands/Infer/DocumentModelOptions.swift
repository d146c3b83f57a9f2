package import ArgumentParser

/// Which model is asked for something that is no chat.
package struct DocumentModelOptions: ParsableArguments {
    @Option(name: .customLong("model"), help: ArgumentHelp("The model; else the provider's default.", valueName: "ref"))
    package var name: String?

    @Option(help: ArgumentHelp("The provider whose default is used.", valueName: "id"))
    package var provider: String?

    package init() {}
}
