extension ConfigurationSchema {
    static let models = object(
        [
            Property(
                "mode",
                choice(
                    "merge", "replace",
                    summary: "Whether configured models are added to the catalogue (merge, default) or replace it.")),
            Property("providers", map(provider, "Providers by id: built-in ones to adapt, others to define.")),
            Property("pricing", any("Prices of models.")),
        ], "Providers and their models.")

    private static let provider = object(
        [
            Property("baseUrl", text("The URL requests go to; decides plan and region.")),
            Property("apiKey", secret("The key; stored profiles and variables come first.")),
            Property(
                "auth", choice("api-key", "aws-sdk", "oauth", "token", summary: "How requests are authenticated.")),
            Property("api", protocolName),
            Property("headers", map(secret("The value of the header."), "Headers added to requests.")),
            Property("authHeader", boolean("Whether the key goes into the Authorization header.")),
            Property("models", list(modelRow, "Models of this provider.")),
            Property("request", any("TLS, proxy and network options of requests.")),
            Property("injectNumCtxForOpenAICompat", boolean("Whether to send num_ctx.")),
            Property("contextWindow", positive("Tokens that models of this provider take.")),
            Property("contextTokens", positive("Tokens to use at most.")),
            Property("maxTokens", positive("Tokens of an answer at most.")),
            Property("timeoutSeconds", positive("How long a request may take.")),
            Property("region", text("The region of the provider.")),
            Property(
                "cache",
                choice(
                    "auto", "on", "off",
                    summary: "Whether prompts are marked for the provider's cache; auto (default) where it pays.")),
            Property("params", any("Fields added to request bodies.")),
            Property("agentRuntime", any("Belongs to another part of OpenClaw.")),
            Property("localService", any("Belongs to another part of OpenClaw.")),
        ], "A provider.")

    private static let protocolName = choice(
        "openai-completions", "openai-responses", "openai-codex-responses", "anthropic-messages",
        "google-generative-ai", "github-copilot", "bedrock-converse-stream", "ollama", "azure-openai-responses",
        summary: "The protocol that the provider speaks.")

    private static let modelRow = object(
        [
            Property("id", text("The model id as the service spells it."), required: true),
            Property("name", text("The name to show.")),
            Property("api", protocolName),
            Property("reasoning", boolean("Whether the model thinks.")),
            Property(
                "input",
                list(choice("text", "image", "video", "audio", summary: "A kind of input."), "What the model takes.")),
            Property("cost", cost),
            Property("contextWindow", positive("Tokens that the model takes.")),
            Property("contextTokens", positive("Tokens to use at most.")),
            Property("maxTokens", positive("Tokens of an answer at most.")),
            Property("headers", map(secret("The value of the header."), "Headers added to requests.")),
            Property("params", any("Fields added to request bodies.")),
            Property("compat", compatibility),
        ], "A model.")

    private static let cost = object(
        [
            Property("input", atLeastZero("Price of a million input tokens.")),
            Property("output", atLeastZero("Price of a million output tokens.")),
            Property("cacheRead", atLeastZero("Price of a million tokens read from the cache.")),
            Property("cacheWrite", atLeastZero("Price of a million tokens written to the cache.")),
        ] + foreign("tieredPricing"), "Prices in dollars per million tokens.")

    private static let compatibility = object(
        [
            Property("supportsStore", boolean("Whether the field store is taken.")),
            Property("supportsDeveloperRole", boolean("Whether the developer role is taken.")),
            Property("supportsReasoningEffort", boolean("Whether reasoning_effort is taken.")),
            Property("supportsUsageInStreaming", boolean("Whether streams can report usage.")),
            Property("supportsTools", boolean("Whether tools are taken.")),
            Property("supportsStrictMode", boolean("Whether strict tool schemas are taken.")),
            Property(
                "maxTokensField",
                choice("max_completion_tokens", "max_tokens", summary: "The field that limits the answer.")),
            Property("thinkingFormat", text("How thinking is switched on in requests.")),
            Property("requiresToolResultName", boolean("Whether tool results need the name of the tool.")),
            Property("requiresAssistantAfterToolResult", boolean("Whether an answer must follow tool results.")),
            Property("requiresThinkingAsText", boolean("Whether thinking is sent back as text.")),
            Property("requiresStringContent", boolean("Whether content must be one text.")),
        ]
            + foreign(
                "nativeWebSearchTool", "requiresMistralToolIds", "requiresOpenAiAnthropicToolPayload",
                "supportedReasoningEfforts", "supportsLongCacheRetention", "supportsPromptCacheKey",
                "toolCallArgumentsEncoding", "toolSchemaProfile", "unsupportedToolSchemaKeywords",
                "visibleReasoningDetailTypes"),
        "How the model differs from its protocol.")
}
