import Inference

/// Something that `openclaw infer` can do.
struct InferCapability: Sendable {
    let name: String
    let summary: String
    /// The command line that does it.
    let command: String

    static let all = [
        InferCapability(
            name: "model.run", summary: "answer a prompt with a text model", command: "openclaw infer model run"),
        InferCapability(name: "model.list", summary: "list the models", command: "openclaw infer model list"),
        InferCapability(
            name: "model.inspect", summary: "show what is known of a model", command: "openclaw infer model inspect"),
        InferCapability(
            name: "model.providers", summary: "list the providers", command: "openclaw infer model providers"),
        InferCapability(
            name: "embedding.create", summary: "turn texts, pictures and clips into vectors",
            command: "openclaw infer embedding create"),
        InferCapability(
            name: "embedding.file", summary: "turn the lines of a file into vectors, as one job",
            command: "openclaw infer embedding file"),
        InferCapability(
            name: "embedding.providers", summary: "list who turns texts, pictures and clips into vectors",
            command: "openclaw infer embedding providers"),
        InferCapability(
            name: "rerank", summary: "order texts, pictures and clips by how well they answer a query",
            command: "openclaw infer rerank"),
        InferCapability(
            name: "model.auth", summary: "manage stored credentials", command: "openclaw infer model auth"),
        InferCapability(
            name: "image.generate", summary: "make pictures from a prompt", command: "openclaw infer image generate"),
        InferCapability(name: "image.edit", summary: "change pictures", command: "openclaw infer image edit"),
        InferCapability(
            name: "image.describe", summary: "say what is on a picture", command: "openclaw infer image describe"),
        InferCapability(
            name: "image.describe-many", summary: "say what is on each of several pictures",
            command: "openclaw infer image describe-many"),
        InferCapability(
            name: "image.providers", summary: "list who makes pictures", command: "openclaw infer image providers"),
        InferCapability(
            name: "video.generate", summary: "make a clip from a prompt, pictures or clips",
            command: "openclaw infer video generate"),
        InferCapability(
            name: "video.describe", summary: "say what happens in a clip", command: "openclaw infer video describe"),
        InferCapability(
            name: "video.providers", summary: "list who makes clips", command: "openclaw infer video providers"),
        InferCapability(name: "tts.convert", summary: "speak a text", command: "openclaw infer tts convert"),
        InferCapability(name: "tts.voices", summary: "list the voices", command: "openclaw infer tts voices"),
        InferCapability(name: "tts.providers", summary: "list who speaks", command: "openclaw infer tts providers"),
        InferCapability(
            name: "audio.transcribe", summary: "write a recording down", command: "openclaw infer audio transcribe"),
        InferCapability(
            name: "audio.providers", summary: "list who writes recordings down",
            command: "openclaw infer audio providers"),
    ]

    var json: JSONValue {
        [
            "id": .string(name), "description": .string(summary), "transports": ["local"],
            "command": .string(command),
        ]
    }
}
