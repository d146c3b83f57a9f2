package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw models set`
package struct ModelsSet: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Choose the model that is used when a command names none.",
        discussion: """
            Example:
              openclaw models set <provider>/<model>
            """)

    @Argument(help: "The model: <provider>/<model>, an alias or a bare id.")
    package var model: String

    package init() {}

    package func run() async throws {
        try ModelSettingsCommand(.current).setPrimary(model, for: .chat, label: "Default model")
    }
}

/// `openclaw models set-image`
package struct ModelsSetImage: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "set-image", abstract: "Choose the model for pictures that the default model cannot see.",
        discussion: """
            Example:
              openclaw models set-image <provider>/<model>
            """)

    @Argument(help: "The model: <provider>/<model>, an alias or a bare id.")
    package var model: String

    package init() {}

    package func run() async throws {
        try ModelSettingsCommand(.current).setPrimary(model, for: .image, label: "Image model")
    }
}
