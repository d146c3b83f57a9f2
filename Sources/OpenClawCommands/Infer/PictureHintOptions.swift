package import ArgumentParser
import Inference

/// What some services let people choose of a picture; where a model does not, that is said.
package struct PictureHintOptions: ParsableArguments {
    @Option(help: ArgumentHelp("png, jpeg or webp, where the model has a choice.", valueName: "format"))
    package var outputFormat: String?

    @Option(help: ArgumentHelp("transparent, opaque or auto, where the model has a choice.", valueName: "background"))
    package var background: String?

    @Option(help: ArgumentHelp("low, medium, high or auto, where the model has a choice.", valueName: "quality"))
    package var quality: String?

    package init() {}

    package func validate() throws {
        let choices = [
            ("--output-format", outputFormat, ["png", "jpeg", "webp"]),
            ("--background", background, ["transparent", "opaque", "auto"]),
            ("--quality", quality, ["low", "medium", "high", "auto"]),
        ]
        for (name, value, allowed) in choices {
            guard let value, !allowed.contains(value) else { continue }
            throw ValidationError("\(name) does not take '\(value)'; expected \(allowed.joined(separator: ", "))")
        }
    }

    var hints: JSONObject {
        var hints = JSONObject()
        hints["output_format"] = outputFormat.map { .string($0) }
        hints["background"] = background.map { .string($0) }
        hints["quality"] = quality.map { .string($0) }
        return hints
    }
}
