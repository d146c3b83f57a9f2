package import ArgumentParser
import Inference
import OpenClawHost

/// Pictures and clips beside texts.
package struct DocumentInputOptions: ParsableArguments {
    @Option(
        name: .customLong("image"),
        help: ArgumentHelp(
            "A picture: a file or an address, for models that look at pictures (repeatable).", valueName: "image"))
    package var images: [String] = []

    @Option(
        name: .customLong("video"),
        help: ArgumentHelp("A clip: an address, for models that look at clips (repeatable).", valueName: "address"))
    package var videos: [String] = []

    package init() {}

    var isEmpty: Bool { images.isEmpty && videos.isEmpty }

    /// Texts first, then pictures, then clips.
    func inputs(beside texts: [String], _ context: CommandContext) throws(InferenceError) -> [DocumentInput] {
        var inputs = texts.map { DocumentInput(.text, $0) }
        for (kind, written) in [(Modality.image, images), (.video, videos)] {
            for text in written {
                inputs.append(
                    try DocumentInput(written: text, kind: kind, workingDirectory: context.workingDirectory))
            }
        }
        return inputs
    }
}
