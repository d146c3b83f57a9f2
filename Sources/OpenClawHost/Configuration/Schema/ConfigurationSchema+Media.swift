extension ConfigurationSchema {
    /// `tools.media`: what is asked about files, of whom, and the limits.
    static let mediaUnderstanding = object(
        [
            Property("image", understanding("pictures", bytes: 10, seconds: 60)),
            Property("video", understanding("clips", bytes: 50, seconds: 120)),
            Property("audio", any("Transcription of sounds.")),
            Property("models", list(understandingModel, "Models for all kinds of media, asked in order.")),
            Property("concurrency", integer(1...16, "Files that are looked at at a time; 2 by default.")),
        ] + foreign("asyncCompletion"), "Understanding of images, audio and video.")

    private static func understanding(_ what: String, bytes: Int, seconds: Int) -> ConfigurationSchema {
        object(
            [Property("enabled", boolean("Whether \(what) are looked at; on by default."))]
                + limits(bytes: bytes, seconds: seconds) + [
                    Property("models", list(understandingModel, "The models to ask, in order.")),
                    Property("language", text("The language of sounds.")),
                ]
                + foreign(
                    "attachments", "baseUrl", "deepgram", "echoFormat", "echoTranscript", "headers",
                    "providerOptions", "request", "scope"),
            "Looking at \(what).")
    }

    private static func limits(bytes: Int, seconds: Int) -> [Property] {
        [
            Property("prompt", text("What is asked unless told otherwise.")),
            Property("maxChars", integer(1...1_000_000, "The longest description in characters; 500 by default.")),
            Property("maxBytes", integer(1...(1 << 40), "The largest file; \(bytes) MiB by default.")),
            Property("timeoutSeconds", positive("How long one description may take; \(seconds) by default.")),
        ]
    }

    private static let understandingModel = object(
        [
            Property("type", choice("provider", "cli", summary: "A model, or a program (which is not run here).")),
            Property("provider", text("The provider; without a model, its default is asked.")),
            Property("model", text("A model of the provider, or provider/model.")),
            Property("profile", text("The credential to use.")),
            Property("preferredProfile", text("The credential to use when no profile is named.")),
            Property("capabilities", list(text("image, audio or video."), "What the model is asked about.")),
        ] + limits(bytes: 10, seconds: 60)
            + foreign("args", "baseUrl", "command", "deepgram", "headers", "language", "providerOptions", "request"),
        "A model, with limits of its own.")
}
