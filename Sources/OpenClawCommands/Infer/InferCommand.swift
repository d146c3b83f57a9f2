package import ArgumentParser

/// `openclaw infer`: one request, one answer, nothing kept.
package struct InferCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "infer",
        abstract: "Ask a model once, from a terminal or a script.",
        discussion: """
            Examples:
              openclaw infer model run "why is the sky blue"
              git diff | openclaw infer model run "review this change"
              openclaw infer video generate --prompt "a paper crane unfolds" --output crane.mp4
              openclaw infer list --json
            """,
        subcommands: [
            InferList.self, InferInspect.self, InferModelCommand.self, InferImageCommand.self, InferVideoCommand.self,
            InferTTSCommand.self, InferAudioCommand.self, InferEmbeddingCommand.self, InferRerank.self,
        ],
        aliases: ["capability"])

    package init() {}
}

/// `openclaw infer model`: text models.
package struct InferModelCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Ask text models, and see which there are.",
        discussion: """
            Examples:
              openclaw infer model run "why is the sky blue" --thinking low
              openclaw infer model inspect --model <provider>/<model>
              openclaw infer model providers --json
            """,
        subcommands: [
            InferModelRun.self, InferModelList.self, InferModelInspect.self, InferModelProviders.self,
            InferModelAuth.self,
        ])

    package init() {}
}
