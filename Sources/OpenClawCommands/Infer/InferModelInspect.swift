package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer model inspect`: everything that is known of a model.
package struct InferModelInspect: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show what is known of a model.",
        discussion: """
            Example:
              openclaw infer model inspect --model <provider>/<model> --json
            """)

    @Option(help: ArgumentHelp("The model: <provider>/<model>, an alias or a bare id.", valueName: "ref"))
    package var model: String

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let selection = try installation.selector.resolve(model)
        guard selection.isKnown else {
            throw InferenceError(
                .modelNotFound, "model not found: \(selection.reference)",
                hint: "openclaw models list --provider \(selection.reference.provider) --all")
        }
        let standing = installation.standing(of: selection.entry)
        try context.show(ModelCard(selection, standing: standing), as: output.format)
    }
}
