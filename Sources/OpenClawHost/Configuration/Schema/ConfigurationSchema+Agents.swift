extension ConfigurationSchema {
    static let agents = object(
        [
            Property("defaults", agentDefaults),
            Property("list", any("Agents with settings of their own.")),
        ], "Agents and what they use unless told otherwise.")

    /// A model ref, or a primary one with fallbacks.
    private static func modelChoice(_ summary: String) -> ConfigurationSchema {
        either(
            [
                text("A model ref: provider/model."),
                object(
                    [
                        Property("primary", text("The model ref to use.")),
                        Property("fallbacks", list(text("A model ref."), "Models to try next, in order.")),
                    ], "The model and its fallbacks."),
            ], summary)
    }

    private static let agentDefaults = object(
        [
            Property("model", modelChoice("The model for chat.")),
            Property("imageModel", modelChoice("The model that looks at images when the chat model cannot.")),
            Property("pdfModel", modelChoice("The model that reads PDF files.")),
            Property("imageGenerationModel", modelChoice("The model that makes images; see mediaModels.image.")),
            Property("videoGenerationModel", modelChoice("The model that makes videos; see mediaModels.video.")),
            Property("musicGenerationModel", modelChoice("The model that makes music; see mediaModels.music.")),
            Property(
                "mediaModels",
                object(
                    [
                        Property("image", modelChoice("The model that makes images.")),
                        Property("video", modelChoice("The model that makes videos.")),
                        Property("music", modelChoice("The model that makes music.")),
                        Property("speech", modelChoice("The model that speaks.")),
                        Property("transcription", modelChoice("The model that writes recordings down.")),
                    ], "Models that make media.")),
            Property("models", map(modelEntry, "Aliases and parameters by model ref.")),
            Property("params", any("Fields added to the request bodies of all models.")),
            Property(
                "modelPolicy",
                object(
                    [
                        Property(
                            "allow", list(text("A model ref, or provider/*."), "The only models that may be chosen."))
                    ],
                    "Which models may be chosen.")),
            Property(
                "mediaGenerationAutoProviderFallback",
                boolean("Whether another provider may make media when the chosen one cannot.")),
            Property("mediaMaxMb", positive("The largest media file in megabytes.")),
            Property(
                "mediaConfirmAbove",
                atLeastZero("The price above which a terminal is asked before media are made, in the price's currency.")
            ),
            Property("timeoutSeconds", positive("How long a run may take.")),
            Property("thinkingDefault", text("How much to think unless told otherwise.")),
            Property("workspace", text("The directory that agents work in.")),
        ]
            + foreign(
                "blockStreamingBreak", "blockStreamingChunk", "blockStreamingCoalesce", "blockStreamingDefault",
                "bootstrapMaxChars", "bootstrapPromptTruncationWarning", "bootstrapTotalMaxChars", "cliBackends",
                "compaction", "contextInjection", "contextLimits", "contextPruning", "contextTokens",
                "elevatedDefault", "embeddedHarness", "embeddedPi", "envelopeElapsed", "envelopeTimestamp",
                "envelopeTimezone", "experimental", "fastModeDefault", "heartbeat", "humanDelay",
                "imageMaxDimensionPx", "llm", "maxConcurrent", "memorySearch", "pdfMaxBytesMb",
                "pdfMaxPages", "reasoningDefault", "repoRoot", "runRetries", "sandbox", "silentReply", "skills",
                "skipBootstrap", "startupContext", "subagents", "systemPromptOverride", "timeFormat",
                "typingIntervalSeconds", "typingMode", "userTimezone", "utilityModel", "verboseDefault"),
        "What all agents use unless told otherwise.")

    private static let modelEntry = object(
        [
            Property("alias", text("A short name for the model.")),
            Property(
                "fallbacks", list(text("A model ref."), "What is asked next when this model was named for a run.")),
            Property("params", any("Fields added to request bodies.")),
            Property("streaming", boolean("Whether answers are streamed.")),
        ] + foreign("agentRuntime", "codeMode"), "What is known of the model.")
}
