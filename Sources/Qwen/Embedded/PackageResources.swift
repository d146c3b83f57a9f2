// swift-format-ignore-file
// Written by scripts/generate-resources from the JSON files in Resources. Change those, then run it.

/// The resource files of this target, byte for byte.
enum PackageResources {
    static var errors_json: [UInt8] {
        let text: StaticString = #"""
{
  "rules": [
    {"id": "plan-window-resets", "any": ["quota will reset at", "will be reset at", "quota resets at"],
     "code": "quota_exhausted", "rotates": true, "scope": "plan", "rest": "window", "reset": "message", "says": "the quota window of {endpoint} is used up", "hints": ["openclaw onboard --auth-choice {otherChoice}", "openclaw models status --probe"], "source": "4.2"},
    {"id": "token-plan-exhausted", "all": ["token-plan", "exhausted"],
     "code": "quota_exhausted", "rotates": true, "scope": "plan", "rest": "window", "probe": {"every": 90, "limit": 900}, "retryAfter": 90, "says": "the quota of {endpoint} is used up or briefly blocked", "hints": ["openclaw onboard --auth-choice {otherChoice}", "openclaw models status --probe"], "source": "4.2"},
    {"id": "plan-hour-window", "any": ["hour allocated quota exceeded"],
     "code": "quota_exhausted", "rotates": true, "scope": "plan", "rest": "window", "retryAfter": 300, "says": "the 5-hour window of {endpoint} is used up; it frees minute by minute", "hints": ["openclaw onboard --auth-choice {otherChoice}", "openclaw models status --probe"], "source": "4.2"},
    {"id": "plan-week-window", "any": ["week allocated quota exceeded"],
     "code": "quota_exhausted", "rotates": true, "scope": "plan", "rest": "window", "reset": "week", "says": "the weekly window of {endpoint} is used up; it opens on Monday 00:00 UTC+8", "hints": ["openclaw onboard --auth-choice {otherChoice}", "openclaw models status --probe"], "source": "4.2"},
    {"id": "plan-month-window", "any": ["month allocated quota exceeded"],
     "code": "quota_exhausted", "rotates": true, "scope": "plan", "rest": "billing", "says": "the monthly window of {endpoint} is used up; it opens on the day of the subscription, 00:00 UTC+8", "hints": ["openclaw onboard --auth-choice {otherChoice}", "openclaw models status --probe"], "source": "4.2"},
    {"id": "free-tier-used", "any": ["free allocated quota exceeded", "free tier of the model has been exhausted", "free quota"],
     "code": "quota_exhausted", "rotates": true, "nextModel": true, "scope": "model", "rest": "billing", "says": "the free quota of {model} is used up", "hints": ["openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "free-tier-only", "codes": ["AllocationQuota.FreeTierOnly"],
     "code": "quota_exhausted", "rotates": true, "nextModel": true, "scope": "model", "rest": "billing", "says": "the free quota of {model} is used up and the account stops there; with a plan key this means a wrong base URL", "hints": ["openclaw onboard --auth-choice {keyChoice}", "openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "account-in-arrears", "codes": ["Arrearage"],
     "code": "quota_exhausted", "rotates": true, "scope": "credential", "rest": "billing", "says": "the account has unpaid bills; settle them at {keysPage}", "hints": ["openclaw onboard --auth-choice {otherChoice}", "openclaw models status --probe"], "source": "4.2"},
    {"id": "account-in-arrears-message", "any": ["your account is in good standing"],
     "code": "quota_exhausted", "rotates": true, "scope": "credential", "rest": "billing", "says": "the account has unpaid bills; settle them at {keysPage}", "hints": ["openclaw onboard --auth-choice {otherChoice}", "openclaw models status --probe"], "source": "4.2"},
    {"id": "bill-overdue", "codes": ["CommodityNotPurchased", "PrepaidBillOverdue", "PostpaidBillOverdue"],
     "code": "quota_exhausted", "rotates": true, "scope": "credential", "rest": "billing", "says": "the service is not paid for on this account; see {keysPage}", "hints": ["openclaw onboard --auth-choice {otherChoice}", "openclaw models status --probe"], "source": "4.2"},
    {"id": "too-parallel", "any": ["concurrency allocated quota exceeded"],
     "code": "rate_limited", "retry": "backoff", "scope": "plan", "retryAfter": 3, "says": "too many requests of {endpoint} run at once", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "too-parallel-code", "codes": ["Throttling.Concurrency"],
     "code": "rate_limited", "retry": "backoff", "scope": "plan", "retryAfter": 3, "says": "too many requests of {endpoint} run at once", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "usage-quota", "any": ["usage allocated quota exceeded"],
     "code": "rate_limited", "retry": "backoff", "nextModel": true, "scope": "model", "retryAfter": 60, "says": "the usage limit for the moment is reached", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "storage-quota", "status": [400], "codes": ["Throttling.AllocationQuota"],
     "code": "invalid_request", "says": "the storage for voices or hot words is full", "source": "4.2"},
    {"id": "burst", "codes": ["Throttling.BurstRate", "limit_burst_rate"],
     "code": "rate_limited", "retry": "backoff", "nextModel": true, "scope": "model", "retryAfter": 5, "says": "requests rose too steeply", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "token-throttle", "any": ["allocated quota exceeded", "exceeded your current quota"],
     "code": "rate_limited", "retry": "backoff", "nextModel": true, "scope": "model", "retryAfter": 30, "says": "the tokens per minute of {model} are used up; this clears within a minute and is not a matter of billing", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "token-throttle-code", "codes": ["Throttling.AllocationQuota", "insufficient_quota"],
     "code": "rate_limited", "retry": "backoff", "nextModel": true, "scope": "model", "retryAfter": 30, "says": "the tokens per minute of {model} are used up; this clears within a minute and is not a matter of billing", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "capacity", "codes": ["Throttling.ResourceExhausted"],
     "code": "rate_limited", "retry": "backoff", "nextModel": true, "scope": "model", "retryAfter": 5, "says": "the service is at capacity for {model}", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "request-throttle", "codes": ["Throttling", "Throttling.RateQuota", "LimitRequests", "limit_requests"],
     "code": "rate_limited", "retry": "backoff", "nextModel": true, "scope": "model", "retryAfter": 5, "says": "the requests per minute of {model} are used up", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "request-throttle-message", "any": ["requests throttling triggered", "too many requests in route", "requests rate limit exceeded"],
     "code": "rate_limited", "retry": "backoff", "nextModel": true, "scope": "model", "retryAfter": 5, "says": "the requests per minute of {model} are used up", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "throttled", "status": [429],
     "code": "rate_limited", "retry": "backoff", "nextModel": true, "scope": "model", "retryAfter": 5, "says": "the service asks to slow down", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "coding-agents-only", "any": ["only available for coding agents"],
     "code": "plan_client_refused", "scope": "plan", "says": "{endpoint} serves only the tools that its terms name, and refused this client; use pay as you go instead", "hints": ["openclaw onboard --auth-choice {meteredChoice}"], "source": "1.4, 4.2"},
    {"id": "no-key", "any": ["no api-key provided", "no api key provided"],
     "code": "unauthenticated", "rotates": true, "scope": "credential", "says": "no key reached the service", "hints": ["openclaw onboard --auth-choice {keyChoice}"], "source": "1.4, 4.2"},
    {"id": "key-refused", "codes": ["InvalidApiKey", "invalid_api_key"],
     "code": "unauthenticated", "rotates": true, "scope": "credential", "says": "{keyVerdict}", "hints": ["openclaw onboard --auth-choice {keyChoice}"], "source": "1.4, 4.2"},
    {"id": "key-refused-message", "any": ["invalid access token", "incorrect api key", "invalid api-key", "invalid api key", "invalid_api_key"],
     "code": "unauthenticated", "rotates": true, "scope": "credential", "says": "{keyVerdict}", "hints": ["openclaw onboard --auth-choice {keyChoice}"], "source": "1.4, 4.2"},
    {"id": "not-authorized", "status": [401],
     "code": "unauthenticated", "rotates": true, "scope": "credential", "says": "{keyVerdict}", "hints": ["openclaw onboard --auth-choice {keyChoice}"], "source": "1.4, 4.2"},
    {"id": "content-filter", "codes": ["DataInspectionFailed", "data_inspection_failed", "CustomRoleBlocked", "FaqRuleBlocked", "IPInfringementSuspect"],
     "code": "content_rejected", "says": "the content filter refused the {side}", "source": "4.2"},
    {"id": "content-filter-message", "any": ["may contain inappropriate content", "data inspection failed"],
     "code": "content_rejected", "says": "the content filter refused the {side}", "source": "4.2"},
    {"id": "context-too-long", "any": ["range of input length should be", "total message token length exceed", "maximum context length", "input length exceed"],
     "code": "context_too_long", "nextModel": true, "says": "the input does not fit {model}, which takes {limit} tokens", "hints": ["openclaw models set {largerModel}", "openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "output-limit-range", "any": ["range of max_tokens should be", "range of max_completion_tokens should be"],
     "code": "invalid_request", "retry": "repaired", "lesson": true, "repair": "outputLimit", "says": "{model} writes at most {limit} tokens", "source": "4.2"},
    {"id": "thinking-budget-range", "all": ["thinking_budget"], "any": ["not greater than", "should be", "less than or equal", "maximum"],
     "code": "invalid_request", "retry": "repaired", "lesson": true, "repair": "thinkingBudget", "says": "{model} thinks for at most {limit} tokens", "source": "4.2"},
    {"id": "thinking-budget-refused", "all": ["thinking_budget"],
     "code": "invalid_request", "retry": "repaired", "lesson": true, "repair": "dropThinkingBudget", "says": "{model} takes no thinking_budget", "source": "4.2"},
    {"id": "stream-only", "any": ["only support stream mode", "only supports stream mode", "only support stream parameter"],
     "code": "invalid_request", "retry": "repaired", "repair": "stream", "says": "{model} answers only as a stream", "source": "4.2"},
    {"id": "thinking-needs-stream", "any": ["must be set to false for non-streaming"],
     "code": "invalid_request", "retry": "repaired", "repair": "stream", "says": "{model} thinks only in a stream", "source": "4.2"},
    {"id": "thinking-forced", "any": ["restricted to true"],
     "code": "invalid_request", "retry": "repaired", "lesson": true, "repair": "thinkingOn", "says": "{model} always thinks", "source": "4.2"},
    {"id": "json-while-thinking", "any": ["json mode response is not supported when enable_thinking"],
     "code": "invalid_request", "retry": "repaired", "repair": "thinkingOff", "says": "{model} answers in JSON only without thinking", "hints": ["openclaw infer model run --model {ref} --thinking off"], "source": "4.2"},
    {"id": "forced-tool-while-thinking", "all": ["tool_choice", "thinking"],
     "code": "invalid_request", "retry": "repaired", "repair": "thinkingOff", "says": "{model} cannot be made to call a tool while it thinks", "hints": ["openclaw infer model run --model {ref} --thinking off"], "source": "4.2"},
    {"id": "thinking-refused", "codes": ["InvalidParameter.NotSupportEnableThinking"],
     "code": "invalid_request", "retry": "repaired", "lesson": true, "repair": "dropThinking", "says": "{model} takes no enable_thinking", "source": "4.2"},
    {"id": "thinking-refused-message", "all": ["enable_thinking", "not support"],
     "code": "invalid_request", "retry": "repaired", "lesson": true, "repair": "dropThinking", "says": "{model} takes no enable_thinking", "source": "4.2"},
    {"id": "json-word", "any": ["must contain the word 'json'", "must contain the word \"json\"", "must contain the word json"],
     "code": "invalid_request", "retry": "repaired", "repair": "jsonWord", "says": "JSON answers need the word JSON in the messages", "source": "4.2"},
    {"id": "tool-choice-refused", "all": ["tool_choice"],
     "code": "invalid_request", "nextModel": true, "says": "{model} does not take this tool_choice", "source": "4.2"},
    {"id": "tool-named-search", "any": ["tool names are not allowed to be"],
     "code": "invalid_request", "says": "a tool must not be called search; give it another name", "source": "4.2"},
    {"id": "parallel-tools-refused", "all": ["parallel_tool_calls"],
     "code": "invalid_request", "retry": "repaired", "lesson": true, "repair": "dropParallelToolCalls", "says": "{model} takes no parallel_tool_calls", "source": "4.2"},
    {"id": "tool-loop", "any": ["repetitive tool calls detected"],
     "code": "invalid_request", "says": "the service saw the same tool call again and again and stopped", "source": "users-and-risks 31"},
    {"id": "tools-refused", "any": ["tool call is not supported", "does not support tool", "tools is not supported", "tool calling is not supported"],
     "code": "unsupported", "nextModel": true, "says": "{model} calls no tools", "hints": ["openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "content-must-be-text", "any": ["input content must be a string", "content must be a string"],
     "code": "invalid_request", "nextModel": true, "says": "{model} takes plain text only", "hints": ["openclaw models set {visionModel}"], "source": "4.2"},
    {"id": "translation-language", "any": ["暂时不支持当前设置的语种"],
     "code": "invalid_request", "says": "{model} needs translation_options with a target_lang that it knows", "source": "2.1"},
    {"id": "role-order", "any": ["role order", "must be a response to a preceding message", "messages with role", "the last message must be", "role must be", "is not one of ['system'"],
     "code": "invalid_request", "says": "the messages are out of order; a tool message has to follow the call that it answers, and the last message has to be a user's or a tool's", "source": "4.2"},
    {"id": "wrong-path-for-model", "codes": ["model_not_supported"],
     "code": "unsupported", "nextModel": true, "scope": "model", "says": "{model} is not served on this path; it has a path of its own", "hints": ["openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "wrong-path-for-model-message", "any": ["for openai compatibility mode"],
     "code": "unsupported", "nextModel": true, "scope": "model", "says": "{model} is not served on this path; it has a path of its own", "hints": ["openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "model-access-denied", "codes": ["Model.AccessDenied", "AccessDenied.Unpurchased"],
     "code": "permission_denied", "rotates": true, "nextModel": true, "scope": "model", "says": "this key may not use {model}", "hints": ["openclaw onboard --auth-choice {servingChoice}", "openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "plan-lacks-model", "all": ["model"], "any": ["is not supported", "not found or not supported", "unsupported model"],
     "code": "model_not_found", "nextModel": true, "scope": "model", "says": "{endpoint} does not serve {model}; {served}", "hints": ["openclaw onboard --auth-choice {servingChoice}", "openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "model-not-found", "codes": ["ModelNotFound", "model_not_found"],
     "code": "model_not_found", "nextModel": true, "scope": "model", "says": "{endpoint} knows no model {model}", "hints": ["openclaw onboard --auth-choice {servingChoice}", "openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "model-not-found-message", "any": ["model not exist", "does not exist or you do not have access", "model does not exist"],
     "code": "model_not_found", "nextModel": true, "scope": "model", "says": "{endpoint} knows no model {model}", "hints": ["openclaw onboard --auth-choice {servingChoice}", "openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "workspace-unknown", "codes": ["WorkSpaceNotFound", "WorkspaceNotFound"],
     "code": "invalid_configuration", "scope": "plan", "says": "the workspace of the base URL does not exist", "hints": ["openclaw config set models.providers.{provider}.baseUrl {baseURL}"], "source": "4.2"},
    {"id": "wrong-url", "any": ["url error, please check url", "request path not found"],
     "code": "invalid_configuration", "scope": "plan", "says": "the base URL and the protocol do not fit together", "hints": ["openclaw config set models.providers.{provider}.baseUrl {baseURL}"], "source": "4.2"},
    {"id": "batch-file", "codes": ["mismatched_model", "duplicate_custom_id"],
     "code": "invalid_request", "says": "the batch file is not consistent", "source": "4.2"},
    {"id": "media-download", "any": ["download the media", "failed to download", "download multimodal file", "failed to find the requested media", "download image failed"],
     "code": "invalid_request", "retry": "once", "says": "the service could not fetch a media URL", "source": "4.2"},
    {"id": "media-url", "codes": ["InvalidURL", "InvalidURL.Timeout", "InvalidURL.ConnectionRefused", "InvalidParameter.DataInspection"],
     "code": "invalid_request", "retry": "once", "says": "the service could not fetch a URL of the request", "source": "4.2"},
    {"id": "media-headers", "any": ["wrong content-type of multimodal url", "missing content-length"],
     "code": "invalid_request", "says": "the server of a media URL has to name Content-Length and the right Content-Type", "source": "4.2"},
    {"id": "media-too-large", "any": ["data-uri item", "exceeded limit on max bytes", "multimodal file size", "file size is too large"],
     "code": "invalid_request", "says": "a media item is too large; 10 MB encoded is the most for inline data", "source": "4.2"},
    {"id": "media-refused", "any": ["image length and width", "image format is illegal", "cannot be opened", "video file is too long", "video modality input", "invalid video file", "invalid image"],
     "code": "invalid_request", "says": "a media item is outside the limits of {model}", "source": "4.2"},
    {"id": "algorithm-refused-input", "codes": ["InternalError.Algo.InvalidParameter"],
     "code": "invalid_request", "says": "the service refused the request", "source": "4.2"},
    {"id": "service-timeout", "codes": ["RequestTimeOut", "ResponseTimeout", "InternalError.Timeout"],
     "code": "unavailable", "retry": "once", "nextModel": true, "scope": "model", "says": "the service ran into its own time limit", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "serving-error", "codes": ["ModelServingError", "ModelUnavailable", "model_unavailable"],
     "code": "unavailable", "retry": "backoff", "nextModel": true, "scope": "model", "says": "the service is saturated for {model}", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "plugin-failed", "codes": ["InvokePluginFailed", "AppProcessFailed", "RewriteFailed", "RetrivalFailed"],
     "code": "unavailable", "retry": "backoff", "nextModel": true, "says": "a part of the service failed", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "server-error", "codes": ["InternalError", "InternalError.*", "internal_error", "internal_server_error", "SystemError", "ModelServiceFailed"],
     "code": "unavailable", "retry": "backoff", "nextModel": true, "says": "the service failed", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "service-lost-connection", "codes": ["APIConnectionError", "ClientDisconnect"],
     "code": "unavailable", "retry": "backoff", "says": "the service lost the connection", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "unsupported-operation", "codes": ["UnsupportedOperation", "FlowNotPublished"],
     "code": "unsupported", "says": "{endpoint} does not do this", "hints": ["openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "role-or-length-refused", "status": [400], "codes": ["ServiceUnavailableError"],
     "code": "invalid_request", "says": "the service refused the role or length of a message", "source": "4.2"},
    {"id": "workspace-not-authorised", "codes": ["200-BailianGateway.Workspace.NotAuthorised", "Workspace.AccessDenied", "App.AccessDenied"],
     "code": "permission_denied", "rotates": true, "scope": "credential", "says": "this key may not act in the workspace", "hints": ["openclaw onboard --auth-choice {keyChoice}"], "source": "4.1, 4.2"},
    {"id": "access-denied", "codes": ["AccessDenied", "access_denied"],
     "code": "permission_denied", "rotates": true, "nextModel": true, "scope": "model", "says": "this key may not do this on {endpoint}", "hints": ["openclaw onboard --auth-choice {servingChoice}", "openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "invalid-request", "status": [400], "codes": ["InvalidParameter", "InvalidParameter.*", "invalid_parameter_error", "invalid_request_error", "invalid_value", "BadRequest.*"],
     "code": "invalid_request", "says": "the service refused the request", "source": "4.2"},
    {"id": "status-403", "status": [403],
     "code": "permission_denied", "rotates": true, "nextModel": true, "scope": "model", "says": "this key may not do this on {endpoint}", "hints": ["openclaw onboard --auth-choice {servingChoice}", "openclaw models list --provider {provider}"], "source": "4.2"},
    {"id": "status-404", "status": [404],
     "code": "invalid_configuration", "scope": "plan", "says": "there is nothing at this path; the base URL is wrong", "hints": ["openclaw config set models.providers.{provider}.baseUrl {baseURL}"], "source": "4.2"},
    {"id": "status-405", "status": [405],
     "code": "invalid_configuration", "scope": "plan", "says": "this path takes no such request; the base URL is wrong", "hints": ["openclaw config set models.providers.{provider}.baseUrl {baseURL}"], "source": "4.2"},
    {"id": "status-408", "status": [408],
     "code": "unavailable", "retry": "once", "says": "the service gave up waiting for the request", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "status-409", "status": [409],
     "code": "invalid_request", "says": "the deployment is in a state that refuses the request", "source": "4.2"},
    {"id": "status-413", "status": [413],
     "code": "invalid_request", "says": "the request is larger than the service takes: 16 MiB, or 64 MiB with inline media", "source": "2.1, 4.2"},
    {"id": "status-415", "status": [415],
     "code": "invalid_request", "says": "the service does not take this media type", "source": "4.2"},
    {"id": "status-503", "status": [503],
     "code": "unavailable", "retry": "backoff", "nextModel": true, "scope": "model", "says": "the service is not available", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "status-504", "status": [504],
     "code": "unavailable", "retry": "backoff", "nextModel": true, "scope": "model", "says": "the service did not answer its own gateway", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "status-5xx", "status": [500, 501, 502, 520, 521, 522, 523, 524, 529],
     "code": "unavailable", "retry": "backoff", "nextModel": true, "says": "the service failed", "hints": ["openclaw models status --probe"], "source": "4.2"},
    {"id": "invalid-request-code", "codes": ["InvalidParameter", "InvalidParameter.*", "invalid_parameter_error", "invalid_request_error", "invalid_value", "BadRequest.*"],
     "code": "invalid_request", "says": "the service refused the request", "source": "4.2"},
    {"id": "status-400", "status": [400, 402, 406, 410, 411, 412, 414, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 431, 451],
     "code": "invalid_request", "says": "the service refused the request", "source": "4.2"}
  ]
}

"""#
        return text.withUTF8Buffer { Array($0) }
    }
    static var media_json: [UInt8] {
        let text: StaticString = #"""
{
  "sources": {
    "legacy": {"text": "help.aliyun.com legacy Wan video pages, dumped in github.com/modelstudioai/skills (2026-05-30)", "checked": "2026-05-30"},
    "wan27": {"text": "help.aliyun.com text-to-video, image-to-video-general, wan-video-to-video, wan-video-editing (2026-06 to 2026-11)", "checked": "2026-11-01"},
    "happyhorse": {"text": "help.aliyun.com happyhorse pages, video-generate-edit-model (2026-11)", "checked": "2026-11-01"},
    "wan30": {"text": "help.aliyun.com wan3-video-generation-api-reference; platform.qianwenai.com OpenAPI (2026-11)", "checked": "2026-11-01"},
    "special": {"text": "help.aliyun.com wan2.2-animate and vace pages (2026-05-30); which of the files of vace go together is by their names", "checked": "2026-05-30"},
    "images": {"text": "help.aliyun.com qwen-image, qwen-image-edit, wan-image-generation, text-to-image-v2, wan2-5-image-edit, z-image pages (2026-05-30); the shape of pictures beside words is taken from those without", "checked": "2026-05-30"},
    "translation": {"text": "help.aliyun.com qwen-mt-image-api (2025-11), and the price list; whether files of the temporary store are taken is not said", "checked": "2026-05-30"},
    "image3": {"text": "help.aliyun.com qwen-image-generation-and-editing, qwen-image 3.0 (2026-11)", "checked": "2026-11-01"},
    "vision": {"text": "docs.qwencloud.com vision (2026-10); help.aliyun.com qwen-omni; where pages disagree the larger limit, because the service has the last word", "checked": "2026-10-31"},
    "vectors": {"text": "help.aliyun.com text-embedding pages (2026-05-30); where it is sold and what it costs is not said", "checked": "2026-05-30"},
    "prices": {"text": "Model Studio price list, CNY converted to the USD list where the page gives CNY for international regions (2026-05)", "checked": "2026-05-30"}
  },
  "inputs": {
    "look-20": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp", "image/tiff", "image/heic", "image/heif"], "megabytes": 20, "sides": [11, 16384], "elongation": 200, "inlined": true},
    "look-10": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp", "image/tiff", "image/heic", "image/heif"], "megabytes": 10, "sides": [11, 16384], "elongation": 200, "inlined": true},
    "watch-2h": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime", "video/x-msvideo", "video/x-matroska", "video/x-flv", "video/x-ms-wmv"], "megabytes": 2048, "seconds": [2, 7200], "inlined": true},
    "watch-1h": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime", "video/x-msvideo", "video/x-matroska", "video/x-flv", "video/x-ms-wmv"], "megabytes": 2048, "seconds": [2, 3600], "inlined": true},
    "watch-20min": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime", "video/x-msvideo", "video/x-matroska", "video/x-flv", "video/x-ms-wmv"], "megabytes": 2048, "seconds": [2, 1200], "inlined": true},
    "watch-10min": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime", "video/x-msvideo", "video/x-matroska", "video/x-flv", "video/x-ms-wmv"], "megabytes": 1024, "seconds": [2, 600], "inlined": true},
    "watch-kimi": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime", "video/x-msvideo", "video/x-matroska", "video/x-flv", "video/x-ms-wmv"], "megabytes": 150, "seconds": [2, 3600], "inlined": true},
    "watch-qvq": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime", "video/x-msvideo", "video/x-matroska", "video/x-flv", "video/x-ms-wmv"], "megabytes": 1024, "inlined": true},
    "watch-omni": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime", "video/x-msvideo", "video/x-matroska", "video/x-flv", "video/x-ms-wmv"], "megabytes": 150, "inlined": true},
    "watch-omni-1h": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime", "video/x-msvideo", "video/x-matroska", "video/x-flv", "video/x-ms-wmv"], "megabytes": 2048, "seconds": [1, 3600], "inlined": true},
    "frame": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp"], "megabytes": 20, "sides": [240, 8000], "elongation": 8, "inlined": true},
    "frame-legacy": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp"], "megabytes": 20, "sides": [240, 8000], "inlined": true},
    "frame-old": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp"], "megabytes": 10, "sides": [240, 8000], "inlined": true},
    "reference-url": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp"], "megabytes": 20, "sides": [240, 8000]},
    "clip-url": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime"], "megabytes": 100, "seconds": [1, 30]},
    "clip-reference": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime"], "megabytes": 100, "sides": [240, 4096], "elongation": 8, "seconds": [1, 30]},
    "clip-begin": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime"], "megabytes": 100, "sides": [240, 4096], "elongation": 8, "seconds": [2, 10]},
    "sound": {"kind": "audio", "mediaTypes": ["audio/wav", "audio/mpeg"], "megabytes": 15, "seconds": [2, 30]},
    "sound-legacy": {"kind": "audio", "mediaTypes": ["audio/wav", "audio/mpeg"], "megabytes": 15, "seconds": [3, 30]},
    "horse-frame": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/webp"], "megabytes": 20, "sides": [300, 8000], "elongation": 2.5, "inlined": true},
    "horse-reference": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/webp"], "megabytes": 20, "sides": [400, 8000], "inlined": true},
    "horse-clip": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime"], "megabytes": 100, "sides": [360, 4096], "seconds": [3, 60]},
    "wan3-clip": {"kind": "video", "mediaTypes": ["video/mp4", "video/quicktime"], "megabytes": 100, "sides": [240, 4096], "seconds": [1, 15], "totalSeconds": 15},
    "wan3-sound": {"kind": "audio", "mediaTypes": ["audio/wav", "audio/mpeg"], "megabytes": 15, "seconds": [1, 15], "totalSeconds": 15},
    "wan3-document": {"kind": "document", "mediaTypes": ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/msword", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/vnd.ms-powerpoint", "application/pdf", "text/plain", "application/vnd.apple.keynote", "application/vnd.apple.pages", "application/vnd.apple.numbers", "text/markdown"], "megabytes": 100},
    "wan3-page": {"kind": "page", "uploaded": false},
    "lines": {"kind": "document", "mediaTypes": ["text/plain"], "megabytes": 200},
    "voice": {"kind": "audio", "mediaTypes": ["audio/wav", "audio/mpeg"], "megabytes": 15, "seconds": [1, 10]},
    "vace-part": {"kind": "video", "mediaTypes": ["video/mp4"], "megabytes": 50, "seconds": [0, 3]},
    "vace-clip": {"kind": "video", "mediaTypes": ["video/mp4"], "megabytes": 50, "seconds": [1, 5]},
    "animate-face": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp"], "megabytes": 5, "sides": [200, 4096], "elongation": 3},
    "animate-clip": {"kind": "video", "mediaTypes": ["video/mp4", "video/x-msvideo", "video/quicktime"], "megabytes": 200, "sides": [200, 2048], "seconds": [2, 30]},
    "speaker": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp"]},
    "speech": {"kind": "audio", "mediaTypes": ["audio/wav", "audio/mpeg"]},
    "picture": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/tiff", "image/webp", "image/gif"], "megabytes": 10, "inlined": true},
    "picture-translation": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/tiff", "image/webp"], "megabytes": 10, "sides": [15, 8192], "elongation": 10},
    "picture-wan27": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp"], "megabytes": 20, "sides": [240, 8000], "elongation": 8, "inlined": true},
    "picture-wan26": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp"], "megabytes": 10, "inlined": true},
    "picture-wan25": {"kind": "image", "mediaTypes": ["image/jpeg", "image/png", "image/bmp", "image/webp"], "megabytes": 10, "sides": [384, 5000], "inlined": true}
  },
  "geometries": {
    "fixed": {"type": "fixed"},
    "sizes-26": {"type": "sizes", "initial": "1920x1080", "classes": {"720P": ["1280x720", "720x1280", "960x960", "1088x832", "832x1088"], "1080P": ["1920x1080", "1080x1920", "1440x1440", "1632x1248", "1248x1632"]}},
    "sizes-25": {"type": "sizes", "initial": "1920x1080", "classes": {"480P": ["832x480", "480x832", "624x624"], "720P": ["1280x720", "720x1280", "960x960", "1088x832", "832x1088"], "1080P": ["1920x1080", "1080x1920", "1440x1440", "1632x1248", "1248x1632"]}},
    "sizes-22": {"type": "sizes", "initial": "1920x1080", "classes": {"480P": ["832x480", "480x832", "624x624"], "1080P": ["1920x1080", "1080x1920", "1440x1440", "1632x1248", "1248x1632"]}},
    "sizes-21-turbo": {"type": "sizes", "initial": "1280x720", "classes": {"480P": ["832x480", "480x832", "624x624"], "720P": ["1280x720", "720x1280", "960x960", "1088x832", "832x1088"]}},
    "sizes-21-plus": {"type": "sizes", "initial": "1280x720", "classes": {"720P": ["1280x720", "720x1280", "960x960", "1088x832", "832x1088"]}},
    "hd": {"type": "resolutions", "initial": "1080P", "resolutions": ["720P", "1080P"]},
    "hd-720": {"type": "resolutions", "initial": "720P", "resolutions": ["720P"]},
    "sd-hd": {"type": "resolutions", "initial": "1080P", "resolutions": ["480P", "720P", "1080P"]},
    "sd-hd-720": {"type": "resolutions", "initial": "720P", "resolutions": ["480P", "720P", "1080P"]},
    "sd-1080": {"type": "resolutions", "initial": "1080P", "resolutions": ["480P", "1080P"]},
    "sd-720": {"type": "resolutions", "initial": "720P", "resolutions": ["480P", "720P"]},
    "wan27": {"type": "resolutions", "initial": "1080P", "resolutions": ["720P", "1080P"], "ratios": ["16:9", "9:16", "1:1", "4:3", "3:4"], "initialRatio": "16:9"},
    "wan27-edit": {"type": "resolutions", "initial": "1080P", "resolutions": ["720P", "1080P"], "ratios": ["16:9", "9:16", "1:1", "4:3", "3:4"]},
    "happyhorse": {"type": "resolutions", "initial": "1080P", "resolutions": ["720P", "1080P"], "ratios": ["16:9", "9:16", "1:1", "4:3", "3:4", "4:5", "5:4", "9:21", "21:9"], "initialRatio": "16:9"},
    "wan30": {"type": "resolutions", "initial": "1080P", "resolutions": ["480P", "720P", "1080P"], "ratios": ["adaptive", "16:9", "4:3", "1:1", "3:4", "9:16"], "initialRatio": "adaptive"},
    "image-3": {"type": "free", "area": [262144, 4194304], "elongation": 8},
    "image-2": {"type": "free", "area": [262144, 4194304], "initial": "2048x2048"},
    "image-2-edit": {"type": "free", "area": [262144, 4194304]},
    "image-1": {"type": "sizes", "initial": "1664x928", "classes": {"1K": ["1664x928", "1472x1104", "1328x1328", "1104x1472", "928x1664"]}},
    "image-edit-plus": {"type": "free", "sides": [512, 2048]},
    "wan27-image-pro": {"type": "free", "area": [589824, 16777216], "elongation": 8, "words": ["1K", "2K", "4K"], "initial": "2K"},
    "wan27-image": {"type": "free", "area": [589824, 4194304], "elongation": 8, "words": ["1K", "2K"], "initial": "2K"},
    "wan26-image": {"type": "free", "area": [589824, 4194304], "elongation": 4, "words": ["1K", "2K"], "initial": "1K"},
    "wan26-interleave": {"type": "free", "area": [589824, 1638400], "elongation": 4},
    "wan26-t2i": {"type": "free", "area": [1638400, 2073600], "elongation": 4, "initial": "1280x1280"},
    "wan22-t2i": {"type": "free", "sides": [512, 1440], "initial": "1024x1024"},
    "wan25-i2i": {"type": "free", "area": [589824, 1638400], "elongation": 4, "initial": "1280x1280"},
    "z-image": {"type": "free", "area": [262144, 4194304], "initial": "1024x1536"}
  },
  "lengths": {
    "2-15": {"range": [2, 15], "initial": 5},
    "2-15-or-10": {"range": [2, 15], "rangeWithVideo": [2, 10], "initial": 5},
    "2-10": {"range": [2, 10], "initial": 5},
    "3-15": {"range": [3, 15], "initial": 5},
    "edit": {"range": [2, 10], "initial": 0, "automatic": 0},
    "2-30": {"range": [2, 30], "totalWithVideo": 30, "initial": 5, "automatic": -1},
    "5-10": {"values": [5, 10], "initial": 5},
    "5-10-15": {"values": [5, 10, 15], "initial": 5},
    "3-4-5": {"values": [3, 4, 5], "initial": 5},
    "5": {"values": [5], "initial": 5}
  },
  "parameters": {
    "seed": {"name": "seed", "type": "integer", "range": [0, 2147483647]},
    "watermark": {"name": "watermark", "type": "flag", "initial": false},
    "watermark-on": {"name": "watermark", "type": "flag", "initial": true},
    "extend": {"name": "prompt_extend", "type": "flag", "initial": true},
    "extend-off": {"name": "prompt_extend", "type": "flag", "initial": false},
    "negative": {"name": "negative_prompt", "type": "text"},
    "shots": {"name": "shot_type", "type": "text", "values": ["single", "multi"], "when": {"parameter": "prompt_extend", "is": true}},
    "audio": {"name": "audio", "type": "flag", "initial": true},
    "template": {"name": "template", "type": "text"},
    "audio-setting": {"name": "audio_setting", "type": "text", "values": ["auto", "origin"], "initial": "auto"},
    "extend-mode": {"name": "prompt_extend_mode", "type": "text", "values": ["direct", "agent"]},
    "thinking": {"name": "enable_thinking", "type": "flag", "initial": true},
    "thinking-mode": {"name": "thinking_mode", "type": "flag", "initial": true},
    "sequential": {"name": "enable_sequential", "type": "flag", "initial": false},
    "boxes": {"name": "bbox_list", "type": "list", "eachOf": "source"},
    "palette": {"name": "color_palette", "type": "list", "range": [3, 10]},
    "interleave": {"name": "enable_interleave", "type": "flag", "initial": true, "required": true},
    "max-images": {"name": "max_images", "type": "integer", "range": [1, 5], "initial": 5},
    "source-language": {"name": "source_lang", "type": "text", "initial": "auto", "required": true},
    "target-language": {"name": "target_lang", "type": "text", "required": true},
    "translation-extras": {"name": "ext", "type": "object"},
    "objects": {"name": "obj_or_bg", "type": "list", "eachOf": "reference_image"},
    "mask-frame": {"name": "mask_frame_id", "type": "integer", "range": [1, 1000000], "initial": 1},
    "mask-type": {"name": "mask_type", "type": "text"},
    "expand-ratio": {"name": "expand_ratio", "type": "number"},
    "expand-mode": {"name": "expand_mode", "type": "text"},
    "top": {"name": "top_scale", "type": "number", "range": [1, 2]},
    "bottom": {"name": "bottom_scale", "type": "number", "range": [1, 2]},
    "left": {"name": "left_scale", "type": "number", "range": [1, 2]},
    "right": {"name": "right_scale", "type": "number", "range": [1, 2]},
    "edit-function": {"name": "function", "type": "text", "values": ["stylization_all", "stylization_local", "description_edit", "remove_watermark", "expand", "super_resolution", "colorization", "doodle", "control_cartoon_feature"], "initial": "description_edit", "required": true},
    "control": {"name": "control_condition", "type": "text"},
    "strength": {"name": "strength", "type": "number", "range": [0, 1]},
    "animate-mode": {"name": "mode", "type": "text", "values": ["wan-std", "wan-pro"], "initial": "wan-std", "required": true},
    "check-image": {"name": "check_image", "type": "flag", "initial": true},
    "speech-style": {"name": "style", "type": "text", "values": ["speech"], "initial": "speech", "required": true}
  },
  "modes": {
    "t2v-26": {"mode": "text", "prompt": "required", "promptLimit": 1500, "inputs": [{"role": "audio", "rule": "sound-legacy", "count": [0, 1], "place": "audio_url"}], "geometry": "sizes-26", "length": "2-15", "parameters": ["negative", "extend", "shots", "watermark", "seed"]},
    "t2v-26-us": {"mode": "text", "prompt": "required", "promptLimit": 1500, "inputs": [{"role": "audio", "rule": "sound-legacy", "count": [0, 1], "place": "audio_url"}], "geometry": "sizes-26", "length": "5-10", "parameters": ["negative", "extend", "shots", "watermark", "seed"]},
    "t2v-25": {"mode": "text", "prompt": "required", "promptLimit": 1500, "inputs": [{"role": "audio", "rule": "sound-legacy", "count": [0, 1], "place": "audio_url"}], "geometry": "sizes-25", "length": "5-10", "parameters": ["negative", "extend", "watermark", "seed"]},
    "t2v-22": {"mode": "text", "prompt": "required", "promptLimit": 800, "inputs": [], "geometry": "sizes-22", "length": "5", "parameters": ["negative", "extend", "watermark", "seed"]},
    "t2v-21-turbo": {"mode": "text", "prompt": "required", "promptLimit": 800, "inputs": [], "geometry": "sizes-21-turbo", "length": "5", "parameters": ["negative", "extend", "watermark", "seed"]},
    "t2v-21-plus": {"mode": "text", "prompt": "required", "promptLimit": 800, "inputs": [], "geometry": "sizes-21-plus", "length": "5", "parameters": ["negative", "extend", "watermark", "seed"]},
    "i2v-26": {"mode": "frames", "prompt": "optional", "promptLimit": 1500, "inputs": [{"role": "first_frame", "rule": "frame-legacy", "count": [1, 1], "place": "img_url"}, {"role": "audio", "rule": "sound-legacy", "count": [0, 1], "place": "audio_url"}], "geometry": "hd", "length": "2-15", "parameters": ["negative", "template", "extend", "shots", "watermark", "seed"]},
    "i2v-26-flash": {"mode": "frames", "prompt": "optional", "promptLimit": 1500, "inputs": [{"role": "first_frame", "rule": "frame-legacy", "count": [1, 1], "place": "img_url"}, {"role": "audio", "rule": "sound-legacy", "count": [0, 1], "place": "audio_url"}], "geometry": "hd", "length": "2-15", "parameters": ["negative", "template", "extend", "shots", "audio", "watermark", "seed"]},
    "i2v-26-us": {"mode": "frames", "prompt": "optional", "promptLimit": 1500, "inputs": [{"role": "first_frame", "rule": "frame-legacy", "count": [1, 1], "place": "img_url"}, {"role": "audio", "rule": "sound-legacy", "count": [0, 1], "place": "audio_url"}], "geometry": "hd", "length": "5-10-15", "parameters": ["negative", "template", "extend", "shots", "watermark", "seed"]},
    "i2v-25": {"mode": "frames", "prompt": "optional", "promptLimit": 1500, "inputs": [{"role": "first_frame", "rule": "frame-legacy", "count": [1, 1], "place": "img_url"}, {"role": "audio", "rule": "sound-legacy", "count": [0, 1], "place": "audio_url"}], "geometry": "sd-hd", "length": "5-10", "parameters": ["negative", "template", "extend", "watermark", "seed"]},
    "i2v-22-flash": {"mode": "frames", "prompt": "optional", "promptLimit": 800, "inputs": [{"role": "first_frame", "rule": "frame-old", "count": [1, 1], "place": "img_url"}], "geometry": "sd-hd-720", "length": "5", "parameters": ["negative", "template", "extend", "watermark", "seed"]},
    "i2v-22-plus": {"mode": "frames", "prompt": "optional", "promptLimit": 800, "inputs": [{"role": "first_frame", "rule": "frame-old", "count": [1, 1], "place": "img_url"}], "geometry": "sd-1080", "length": "5", "parameters": ["negative", "template", "extend", "watermark", "seed"]},
    "i2v-21-turbo": {"mode": "frames", "prompt": "optional", "promptLimit": 800, "inputs": [{"role": "first_frame", "rule": "frame-old", "count": [1, 1], "place": "img_url"}], "geometry": "sd-720", "length": "3-4-5", "parameters": ["negative", "template", "extend", "watermark", "seed"]},
    "i2v-21-plus": {"mode": "frames", "prompt": "optional", "promptLimit": 800, "inputs": [{"role": "first_frame", "rule": "frame-old", "count": [1, 1], "place": "img_url"}], "geometry": "hd-720", "length": "5", "parameters": ["negative", "template", "extend", "watermark", "seed"]},
    "kf2v-22": {"mode": "frames", "prompt": "optional", "promptLimit": 800, "inputs": [{"role": "first_frame", "rule": "frame-old", "count": [1, 1], "place": "first_frame_url"}, {"role": "last_frame", "rule": "frame-old", "count": [0, 1], "place": "last_frame_url"}], "geometry": "sd-hd-720", "length": "5", "parameters": ["negative", "template", "extend", "watermark", "seed"]},
    "kf2v-21": {"mode": "frames", "prompt": "optional", "promptLimit": 800, "inputs": [{"role": "first_frame", "rule": "frame-old", "count": [1, 1], "place": "first_frame_url"}, {"role": "last_frame", "rule": "frame-old", "count": [0, 1], "place": "last_frame_url"}], "geometry": "hd-720", "length": "5", "parameters": ["negative", "template", "extend", "watermark", "seed"]},
    "r2v-26": {"mode": "reference", "prompt": "required", "promptLimit": 1500, "inputs": [{"role": "reference_image", "rule": "reference-url", "count": [0, 5], "place": "reference_urls[]"}, {"role": "reference_video", "rule": "clip-url", "count": [0, 3], "place": "reference_urls[]"}], "inputCount": [1, 5], "geometry": "sizes-26", "length": "2-10", "parameters": ["negative", "shots", "watermark", "seed"]},
    "r2v-26-flash": {"mode": "reference", "prompt": "required", "promptLimit": 1500, "inputs": [{"role": "reference_image", "rule": "reference-url", "count": [0, 5], "place": "reference_urls[]"}, {"role": "reference_video", "rule": "clip-url", "count": [0, 3], "place": "reference_urls[]"}], "inputCount": [1, 5], "geometry": "sizes-26", "length": "2-10", "parameters": ["negative", "shots", "audio", "watermark", "seed"]},
    "t2v-27": {"mode": "text", "prompt": "required", "promptLimit": 5000, "inputs": [{"role": "audio", "rule": "sound", "count": [0, 1], "place": "audio_url"}], "geometry": "wan27", "length": "2-15", "parameters": ["negative", "extend", "watermark", "seed"]},
    "i2v-27-frames": {"mode": "frames", "prompt": "optional", "promptLimit": 5000, "inputs": [{"role": "first_frame", "rule": "frame", "count": [1, 1], "place": "media:first_frame"}, {"role": "last_frame", "rule": "frame", "count": [0, 1], "place": "media:last_frame"}, {"role": "audio", "rule": "sound", "count": [0, 1], "place": "media:driving_audio"}], "geometry": "hd", "length": "2-15", "parameters": ["negative", "extend", "watermark", "seed"]},
    "i2v-27-clip": {"mode": "continuation", "prompt": "optional", "promptLimit": 5000, "inputs": [{"role": "first_clip", "rule": "clip-begin", "count": [1, 1], "place": "media:first_clip"}, {"role": "last_frame", "rule": "frame", "count": [0, 1], "place": "media:last_frame"}], "geometry": "hd", "length": "2-15", "parameters": ["negative", "extend", "watermark", "seed"]},
    "r2v-27": {"mode": "reference", "prompt": "required", "promptLimit": 5000, "inputs": [{"role": "reference_image", "rule": "frame", "count": [0, 5], "place": "media:reference_image"}, {"role": "reference_video", "rule": "clip-reference", "count": [0, 5], "place": "media:reference_video"}, {"role": "reference_voice", "rule": "voice", "count": [0, 5], "place": "reference_voice", "belongsTo": ["reference_image", "reference_video"]}], "inputCount": [1, 5], "geometry": "wan27", "length": "2-15-or-10", "parameters": ["negative", "extend", "watermark", "seed"]},
    "r2v-27-frame": {"mode": "reference", "prompt": "required", "promptLimit": 5000, "inputs": [{"role": "first_frame", "rule": "frame", "count": [1, 1], "place": "media:first_frame"}, {"role": "reference_image", "rule": "frame", "count": [0, 5], "place": "media:reference_image"}, {"role": "reference_video", "rule": "clip-reference", "count": [0, 5], "place": "media:reference_video"}, {"role": "reference_voice", "rule": "voice", "count": [0, 5], "place": "reference_voice", "belongsTo": ["reference_image", "reference_video"]}], "inputCount": [2, 6], "geometry": "hd", "length": "2-15-or-10", "parameters": ["negative", "extend", "watermark", "seed"]},
    "edit-27": {"mode": "edit", "prompt": "optional", "promptLimit": 5000, "inputs": [{"role": "source", "rule": "clip-begin", "count": [1, 1], "place": "media:video"}, {"role": "reference_image", "rule": "frame", "count": [0, 4], "place": "media:reference_image"}], "geometry": "wan27-edit", "length": "edit", "parameters": ["negative", "extend", "audio-setting", "watermark", "seed"]},
    "horse-t2v": {"mode": "text", "prompt": "required", "promptLimit": 5000, "inputs": [], "geometry": "happyhorse", "length": "3-15", "parameters": ["watermark-on", "seed"]},
    "horse-i2v": {"mode": "frames", "prompt": "optional", "promptLimit": 5000, "inputs": [{"role": "first_frame", "rule": "horse-frame", "count": [1, 1], "place": "media:first_frame"}], "geometry": "hd", "length": "3-15", "parameters": ["watermark-on", "seed"]},
    "horse-r2v": {"mode": "reference", "prompt": "required", "promptLimit": 5000, "inputs": [{"role": "reference_image", "rule": "horse-reference", "count": [1, 9], "place": "media:reference_image"}], "geometry": "happyhorse", "length": "3-15", "parameters": ["watermark-on", "seed"]},
    "horse-edit": {"mode": "edit", "prompt": "required", "promptLimit": 5000, "inputs": [{"role": "source", "rule": "horse-clip", "count": [1, 1], "place": "media:video"}, {"role": "reference_image", "rule": "horse-frame", "count": [0, 5], "place": "media:reference_image"}], "geometry": "hd", "parameters": ["audio-setting", "watermark-on", "seed"]},
    "wan30-text": {"mode": "text", "prompt": "required", "promptLimit": 20000, "inputs": [], "geometry": "wan30", "length": "2-30", "parameters": ["extend", "audio", "watermark", "seed"]},
    "wan30-frames": {"mode": "frames", "prompt": "optional", "promptLimit": 20000, "inputs": [{"role": "first_frame", "rule": "frame", "count": [0, 1], "place": "media:first_frame"}, {"role": "last_frame", "rule": "frame", "count": [0, 1], "place": "media:last_frame"}], "inputCount": [1, 2], "geometry": "wan30", "length": "2-30", "parameters": ["extend", "audio", "watermark", "seed"]},
    "wan30-reference": {"mode": "reference", "prompt": "optional", "promptLimit": 20000, "inputs": [{"role": "reference_image", "rule": "frame", "count": [0, 10], "place": "media:reference_image"}, {"role": "reference_video", "rule": "wan3-clip", "count": [0, 5], "place": "media:reference_video"}, {"role": "reference_audio", "rule": "wan3-sound", "count": [0, 5], "place": "media:reference_audio"}, {"role": "document", "rule": "wan3-document", "count": [0, 1], "place": "media:file"}], "inputCount": [1, 21], "geometry": "wan30", "length": "2-30", "parameters": ["extend", "audio", "watermark", "seed"]},
    "wan30-page": {"mode": "reference", "prompt": "optional", "promptLimit": 20000, "inputs": [{"role": "reference_image", "rule": "frame", "count": [0, 10], "place": "media:reference_image"}, {"role": "reference_video", "rule": "wan3-clip", "count": [0, 5], "place": "media:reference_video"}, {"role": "reference_audio", "rule": "wan3-sound", "count": [0, 5], "place": "media:reference_audio"}, {"role": "page", "rule": "wan3-page", "count": [1, 1], "place": "media:link"}], "inputCount": [1, 21], "geometry": "wan30", "length": "2-30", "parameters": ["extend", "audio", "watermark", "seed"]},
    "vace-reference": {"mode": "reference", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "reference_image", "rule": "frame-old", "count": [1, 3], "place": "ref_images_url[]"}], "geometry": "sizes-21-plus", "length": "5", "parameters": ["objects", "extend", "seed", "watermark"], "function": "image_reference"},
    "vace-repaint": {"mode": "edit", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "source", "rule": "vace-clip", "count": [1, 1], "place": "video_url"}], "geometry": "fixed", "parameters": ["control", "strength", "extend", "seed", "watermark"], "function": "video_repainting"},
    "vace-edit": {"mode": "edit", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "source", "rule": "vace-clip", "count": [1, 1], "place": "video_url"}, {"role": "mask", "rule": "frame-old", "count": [1, 1], "place": "mask_image_url"}], "geometry": "fixed", "parameters": ["mask-frame", "mask-type", "expand-ratio", "expand-mode", "control", "extend", "seed", "watermark"], "function": "video_edit"},
    "vace-edit-clip": {"mode": "edit", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "source", "rule": "vace-clip", "count": [1, 1], "place": "video_url"}, {"role": "mask", "rule": "vace-clip", "count": [1, 1], "place": "mask_video_url"}], "geometry": "fixed", "parameters": ["expand-ratio", "expand-mode", "control", "extend", "seed", "watermark"], "function": "video_edit"},
    "vace-outpaint": {"mode": "edit", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "source", "rule": "vace-clip", "count": [1, 1], "place": "video_url"}], "geometry": "fixed", "parameters": ["top", "bottom", "left", "right", "extend", "seed", "watermark"], "function": "video_outpainting"},
    "vace-extend": {"mode": "continuation", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "first_clip", "rule": "vace-part", "count": [0, 1], "place": "first_clip_url"}, {"role": "last_clip", "rule": "vace-part", "count": [0, 1], "place": "last_clip_url"}, {"role": "first_frame", "rule": "frame-old", "count": [0, 1], "place": "first_frame_url"}, {"role": "last_frame", "rule": "frame-old", "count": [0, 1], "place": "last_frame_url"}], "inputCount": [1, 4], "geometry": "fixed", "parameters": ["extend", "seed", "watermark"], "function": "video_extension"},
    "animate": {"mode": "reference", "prompt": "none", "inputs": [{"role": "source", "rule": "animate-face", "count": [1, 1], "place": "image_url"}, {"role": "reference_video", "rule": "animate-clip", "count": [1, 1], "place": "video_url"}], "geometry": "fixed", "parameters": ["animate-mode", "check-image", "watermark"]},
    "s2v": {"mode": "reference", "prompt": "none", "inputs": [{"role": "source", "rule": "speaker", "count": [1, 1], "place": "image_url"}, {"role": "audio", "rule": "speech", "count": [1, 1], "place": "audio_url"}], "geometry": "sd-720", "parameters": ["speech-style"]},
    "image-3-text": {"mode": "text", "prompt": "required", "promptLimit": 4500, "inputs": [], "geometry": "image-3", "count": [1, 6], "parameters": ["negative", "extend", "extend-mode", "thinking", "watermark", "seed"]},
    "image-3-edit": {"mode": "edit", "prompt": "required", "promptLimit": 4500, "inputs": [{"role": "source", "rule": "picture", "count": [1, 3], "place": "message"}], "geometry": "image-3", "count": [1, 6], "parameters": ["negative", "extend", "thinking", "watermark", "seed"]},
    "image-2-text": {"mode": "text", "prompt": "required", "promptLimit": 1300, "inputs": [], "geometry": "image-2", "count": [1, 6], "parameters": ["negative", "extend", "watermark", "seed"]},
    "image-2-edit": {"mode": "edit", "prompt": "required", "promptLimit": 1300, "inputs": [{"role": "source", "rule": "picture", "count": [1, 3], "place": "message"}], "geometry": "image-2-edit", "count": [1, 6], "parameters": ["negative", "extend", "watermark", "seed"]},
    "image-1-text": {"mode": "text", "prompt": "required", "promptLimit": 800, "inputs": [], "geometry": "image-1", "count": [1, 1], "parameters": ["negative", "extend", "watermark", "seed"]},
    "image-edit-plus": {"mode": "edit", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "source", "rule": "picture", "count": [1, 3], "place": "message"}], "geometry": "image-edit-plus", "count": [1, 6], "parameters": ["negative", "extend", "watermark", "seed"]},
    "image-edit-1": {"mode": "edit", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "source", "rule": "picture", "count": [1, 3], "place": "message"}], "geometry": "fixed", "count": [1, 1], "parameters": ["negative", "watermark", "seed"]},
    "wan27-pro-text": {"mode": "text", "prompt": "required", "promptLimit": 5000, "inputs": [], "geometry": "wan27-image-pro", "geometryWith": {"parameter": "enable_sequential", "geometry": "wan27-image"}, "count": [1, 4], "countWith": {"parameter": "enable_sequential", "range": [1, 12]}, "parameters": ["sequential", "thinking-mode", "palette", "watermark", "seed"]},
    "wan27-text": {"mode": "text", "prompt": "required", "promptLimit": 5000, "inputs": [], "geometry": "wan27-image", "count": [1, 4], "countWith": {"parameter": "enable_sequential", "range": [1, 12]}, "parameters": ["sequential", "thinking-mode", "palette", "watermark", "seed"]},
    "wan27-edit": {"mode": "edit", "prompt": "required", "promptLimit": 5000, "inputs": [{"role": "source", "rule": "picture-wan27", "count": [1, 9], "place": "message"}], "geometry": "wan27-image", "count": [1, 4], "countWith": {"parameter": "enable_sequential", "range": [1, 12]}, "parameters": ["sequential", "boxes", "palette", "watermark", "seed"]},
    "wan26-edit": {"mode": "edit", "prompt": "required", "promptLimit": 2000, "inputs": [{"role": "source", "rule": "picture-wan26", "count": [1, 4], "place": "message"}], "geometry": "wan26-image", "count": [1, 4], "initialCount": 4, "parameters": ["negative", "extend", "watermark", "seed"]},
    "wan26-interleave": {"mode": "interleave", "prompt": "required", "promptLimit": 2000, "inputs": [{"role": "source", "rule": "picture-wan26", "count": [0, 1], "place": "message"}], "geometry": "wan26-interleave", "countParameter": "max_images", "switch": "enable_interleave", "parameters": ["interleave", "max-images", "negative", "extend", "watermark", "seed"]},
    "wan26-t2i": {"mode": "text", "prompt": "required", "promptLimit": 2100, "inputs": [], "geometry": "wan26-t2i", "count": [1, 4], "initialCount": 4, "parameters": ["negative", "extend", "watermark", "seed"]},
    "wan25-t2i": {"mode": "text", "prompt": "required", "promptLimit": 2000, "inputs": [], "geometry": "wan26-t2i", "count": [1, 4], "initialCount": 4, "parameters": ["negative", "extend", "watermark", "seed"]},
    "wan22-t2i": {"mode": "text", "prompt": "required", "promptLimit": 500, "inputs": [], "geometry": "wan22-t2i", "count": [1, 4], "initialCount": 4, "parameters": ["negative", "extend", "watermark", "seed"]},
    "wan21-t2i": {"mode": "text", "prompt": "required", "promptLimit": 800, "inputs": [], "geometry": "wan22-t2i", "count": [1, 4], "initialCount": 4, "parameters": ["negative", "extend", "watermark", "seed"]},
    "imageedit": {"mode": "edit", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "source", "rule": "picture", "count": [1, 1], "place": "base_image_url"}], "geometry": "fixed", "count": [1, 4], "initialCount": 4, "parameters": ["edit-function", "watermark", "seed"]},
    "imageedit-mask": {"mode": "edit", "prompt": "required", "promptLimit": 800, "inputs": [{"role": "source", "rule": "picture", "count": [1, 1], "place": "base_image_url"}, {"role": "mask", "rule": "picture", "count": [1, 1], "place": "mask_image_url"}], "geometry": "fixed", "count": [1, 4], "initialCount": 4, "parameters": ["watermark", "seed"], "function": "description_edit_with_mask"},
    "wan25-i2i": {"mode": "edit", "prompt": "required", "promptLimit": 2000, "inputs": [{"role": "source", "rule": "picture-wan25", "count": [1, 3], "place": "images[]"}], "geometry": "wan25-i2i", "count": [1, 4], "initialCount": 4, "parameters": ["negative", "extend", "watermark", "seed"]},
    "image-translation": {"mode": "edit", "prompt": "none", "inputs": [{"role": "source", "rule": "picture-translation", "count": [1, 1], "place": "image_url"}], "geometry": "fixed", "parameters": ["source-language", "target-language", "translation-extras"]},
    "embedding-file": {"mode": "text", "prompt": "none", "inputs": [{"role": "source", "rule": "lines", "count": [1, 1], "place": "url"}], "geometry": "fixed", "parameters": []},
    "z-image": {"mode": "text", "prompt": "required", "promptLimit": 800, "inputs": [], "geometry": "z-image", "count": [1, 1], "parameters": ["extend-off", "seed"]}
  },
  "prices": {
    "wan26": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.6"}, {"resolution": "1080P", "amount": "1"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.10"}, {"resolution": "1080P", "amount": "0.15"}]}, {"endpoints": ["standard-us", "standard-eu"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.6"}, {"resolution": "1080P", "amount": "1"}]}],
    "wan26-us": [{"endpoints": ["standard-us"], "currency": "USD", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.10"}, {"resolution": "1080P", "amount": "0.15"}]}],
    "wan26-r2v": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.6"}, {"resolution": "1080P", "amount": "1"}], "inputSeconds": 5}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.10"}, {"resolution": "1080P", "amount": "0.15"}], "inputSeconds": 5}, {"endpoints": ["standard-us", "standard-eu"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.6"}, {"resolution": "1080P", "amount": "1"}], "inputSeconds": 5}],
    "wan27-edit": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.6"}, {"resolution": "1080P", "amount": "1"}], "inputSeconds": 10}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.10"}, {"resolution": "1080P", "amount": "0.15"}], "inputSeconds": 10}],
    "wan26-flash": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "parameter": "audio", "is": false, "amount": "0.15"}, {"resolution": "1080P", "parameter": "audio", "is": false, "amount": "0.25"}, {"resolution": "720P", "amount": "0.3"}, {"resolution": "1080P", "amount": "0.5"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "720P", "parameter": "audio", "is": false, "amount": "0.025"}, {"resolution": "1080P", "parameter": "audio", "is": false, "amount": "0.0375"}, {"resolution": "720P", "amount": "0.05"}, {"resolution": "1080P", "amount": "0.075"}]}],
    "wan26-flash-r2v": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "parameter": "audio", "is": false, "amount": "0.15"}, {"resolution": "1080P", "parameter": "audio", "is": false, "amount": "0.25"}, {"resolution": "720P", "amount": "0.3"}, {"resolution": "1080P", "amount": "0.5"}], "inputSeconds": 5}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "720P", "parameter": "audio", "is": false, "amount": "0.025"}, {"resolution": "1080P", "parameter": "audio", "is": false, "amount": "0.0375"}, {"resolution": "720P", "amount": "0.05"}, {"resolution": "1080P", "amount": "0.075"}], "inputSeconds": 5}],
    "wan25": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "480P", "amount": "0.3"}, {"resolution": "720P", "amount": "0.6"}, {"resolution": "1080P", "amount": "1"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "480P", "amount": "0.05"}, {"resolution": "720P", "amount": "0.10"}, {"resolution": "1080P", "amount": "0.15"}]}],
    "wan22-plus": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "480P", "amount": "0.14"}, {"resolution": "1080P", "amount": "0.70"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "480P", "amount": "0.02"}, {"resolution": "1080P", "amount": "0.10"}]}],
    "wan22-flash": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "480P", "amount": "0.10"}, {"resolution": "720P", "amount": "0.20"}, {"resolution": "1080P", "amount": "0.48"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "480P", "amount": "0.015"}, {"resolution": "720P", "amount": "0.036"}]}],
    "wan22-kf2v": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "480P", "amount": "0.10"}, {"resolution": "720P", "amount": "0.20"}, {"resolution": "1080P", "amount": "0.48"}]}],
    "wan21-turbo": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"amount": "0.24"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"amount": "0.036"}]}],
    "wan21-plus": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"amount": "0.70"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"amount": "0.10"}]}],
    "happyhorse": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.9"}, {"resolution": "1080P", "amount": "1.6"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.14"}, {"resolution": "1080P", "amount": "0.24"}]}, {"endpoints": ["standard-us", "standard-eu"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.9"}, {"resolution": "1080P", "amount": "1.6"}]}],
    "happyhorse-edit": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.9"}, {"resolution": "1080P", "amount": "1.6"}], "inputSeconds": 15}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.14"}, {"resolution": "1080P", "amount": "0.24"}], "inputSeconds": 15}, {"endpoints": ["standard-us", "standard-eu"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "720P", "amount": "0.9"}, {"resolution": "1080P", "amount": "1.6"}], "inputSeconds": 15}],
    "animate-move": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"parameter": "mode", "is": "wan-std", "amount": "0.4"}, {"parameter": "mode", "is": "wan-pro", "amount": "0.6"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"parameter": "mode", "is": "wan-std", "amount": "0.12"}, {"parameter": "mode", "is": "wan-pro", "amount": "0.18"}]}],
    "animate-mix": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"parameter": "mode", "is": "wan-std", "amount": "0.6"}, {"parameter": "mode", "is": "wan-pro", "amount": "0.9"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "second", "rates": [{"parameter": "mode", "is": "wan-std", "amount": "0.18"}, {"parameter": "mode", "is": "wan-pro", "amount": "0.26"}]}],
    "s2v": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "rates": [{"resolution": "480P", "amount": "0.5"}, {"resolution": "720P", "amount": "0.9"}]}],
    "image-pro": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.5"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "item", "rates": [{"amount": "0.075"}]}],
    "image-2": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.2"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "item", "rates": [{"amount": "0.035"}]}],
    "image-plus": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.2"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "item", "rates": [{"amount": "0.03"}]}],
    "image-plus-global": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.2"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "item", "rates": [{"amount": "0.03"}]}, {"endpoints": ["standard-us", "standard-eu"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.2"}]}],
    "image-1": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.25"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "item", "rates": [{"amount": "0.035"}]}],
    "image-edit": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.3"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "item", "rates": [{"amount": "0.045"}]}],
    "t2i-plus": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.2"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "item", "rates": [{"amount": "0.05"}]}],
    "t2i-flash": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.14"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "item", "rates": [{"amount": "0.025"}]}],
    "z-image": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"parameter": "prompt_extend", "is": true, "amount": "0.2"}, {"amount": "0.1"}]}, {"endpoints": ["standard-intl"], "currency": "USD", "unit": "item", "rates": [{"parameter": "prompt_extend", "is": true, "amount": "0.03"}, {"amount": "0.015"}]}],
    "translation": [{"endpoints": ["standard-cn"], "currency": "CNY", "unit": "item", "rates": [{"amount": "0.003"}]}],
    "none": []
  },
  "models": {
    "qwen": [
      {"ids": ["wan2.6-t2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["t2v-26"], "siblings": {"frames": "wan2.6-i2v", "reference": "wan2.6-r2v", "continuation": "wan2.7-i2v", "edit": "wan2.7-videoedit"}, "typicalSeconds": 120, "prices": "wan26", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "legacy"},
      {"ids": ["wan2.6-t2v-us"], "kind": "video", "wire": "video", "isTask": true, "modes": ["t2v-26-us"], "siblings": {"frames": "wan2.6-i2v-us"}, "typicalSeconds": 120, "prices": "wan26-us", "endpoints": ["standard-us"], "source": "legacy"},
      {"ids": ["wan2.6-i2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-26"], "siblings": {"text": "wan2.6-t2v", "reference": "wan2.6-r2v"}, "typicalSeconds": 120, "prices": "wan26", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "legacy"},
      {"ids": ["wan2.6-i2v-us"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-26-us"], "siblings": {"text": "wan2.6-t2v-us"}, "typicalSeconds": 120, "prices": "wan26-us", "endpoints": ["standard-us"], "source": "legacy"},
      {"ids": ["wan2.6-i2v-flash"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-26-flash"], "siblings": {"text": "wan2.6-t2v", "reference": "wan2.6-r2v-flash"}, "typicalSeconds": 90, "prices": "wan26-flash", "endpoints": ["standard-intl", "standard-cn"], "source": "legacy"},
      {"ids": ["wan2.6-r2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["r2v-26"], "siblings": {"text": "wan2.6-t2v", "frames": "wan2.6-i2v"}, "typicalSeconds": 180, "prices": "wan26-r2v", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "legacy"},
      {"ids": ["wan2.6-r2v-flash"], "kind": "video", "wire": "video", "isTask": true, "modes": ["r2v-26-flash"], "siblings": {"text": "wan2.6-t2v", "frames": "wan2.6-i2v-flash"}, "typicalSeconds": 120, "prices": "wan26-flash-r2v", "endpoints": ["standard-intl", "standard-cn"], "source": "legacy"},
      {"ids": ["wan2.7-t2v", "wan2.7-t2v-2026-04-25", "wan2.7-t2v-2026-06-12"], "kind": "video", "wire": "video", "isTask": true, "modes": ["t2v-27"], "siblings": {"frames": "wan2.7-i2v", "continuation": "wan2.7-i2v", "reference": "wan2.7-r2v", "edit": "wan2.7-videoedit"}, "typicalSeconds": 180, "prices": "wan26", "endpoints": ["standard-intl", "standard-cn"], "source": "wan27"},
      {"ids": ["wan2.7-i2v", "wan2.7-i2v-2026-04-25"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-27-frames", "i2v-27-clip"], "siblings": {"text": "wan2.7-t2v", "reference": "wan2.7-r2v", "edit": "wan2.7-videoedit"}, "typicalSeconds": 180, "prices": "wan26", "endpoints": ["standard-intl", "standard-cn"], "source": "wan27"},
      {"ids": ["wan2.7-r2v", "wan2.7-r2v-2026-06-12"], "kind": "video", "wire": "video", "isTask": true, "modes": ["r2v-27", "r2v-27-frame"], "siblings": {"text": "wan2.7-t2v", "frames": "wan2.7-i2v", "edit": "wan2.7-videoedit"}, "typicalSeconds": 240, "prices": "wan26-r2v", "endpoints": ["standard-intl", "standard-cn"], "source": "wan27"},
      {"ids": ["wan2.7-videoedit"], "kind": "video", "wire": "video", "isTask": true, "modes": ["edit-27"], "siblings": {"text": "wan2.7-t2v", "frames": "wan2.7-i2v", "reference": "wan2.7-r2v"}, "typicalSeconds": 240, "prices": "wan27-edit", "endpoints": ["standard-intl", "standard-cn"], "source": "wan27"},
      {"ids": ["wan2.5-t2v-preview"], "kind": "video", "wire": "video", "isTask": true, "modes": ["t2v-25"], "siblings": {"frames": "wan2.5-i2v-preview"}, "typicalSeconds": 120, "prices": "wan25", "endpoints": ["standard-intl", "standard-cn"], "source": "legacy"},
      {"ids": ["wan2.5-i2v-preview"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-25"], "siblings": {"text": "wan2.5-t2v-preview"}, "typicalSeconds": 120, "prices": "wan25", "endpoints": ["standard-intl", "standard-cn"], "source": "legacy"},
      {"ids": ["wan2.2-t2v-plus"], "kind": "video", "wire": "video", "isTask": true, "modes": ["t2v-22"], "siblings": {"frames": "wan2.2-i2v-plus"}, "typicalSeconds": 120, "prices": "wan22-plus", "endpoints": ["standard-intl", "standard-cn"], "source": "legacy"},
      {"ids": ["wan2.2-i2v-flash"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-22-flash"], "siblings": {"text": "wan2.2-t2v-plus"}, "typicalSeconds": 60, "prices": "wan22-flash", "endpoints": ["standard-intl", "standard-cn"], "source": "legacy"},
      {"ids": ["wan2.2-i2v-plus"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-22-plus"], "siblings": {"text": "wan2.2-t2v-plus"}, "typicalSeconds": 120, "prices": "wan22-plus", "endpoints": ["standard-intl", "standard-cn"], "source": "legacy"},
      {"ids": ["wan2.2-kf2v-flash"], "kind": "video", "wire": "video-from-image", "isTask": true, "modes": ["kf2v-22"], "siblings": {"text": "wan2.2-t2v-plus"}, "typicalSeconds": 90, "prices": "wan22-kf2v", "endpoints": ["standard-cn"], "source": "legacy"},
      {"ids": ["wanx2.1-t2v-turbo"], "kind": "video", "wire": "video", "isTask": true, "modes": ["t2v-21-turbo"], "siblings": {"frames": "wanx2.1-i2v-turbo"}, "typicalSeconds": 120, "prices": "wan21-turbo", "endpoints": ["standard-cn"], "source": "legacy"},
      {"ids": ["wan2.1-t2v-turbo"], "kind": "video", "wire": "video", "isTask": true, "modes": ["t2v-21-turbo"], "siblings": {"frames": "wan2.1-i2v-turbo"}, "typicalSeconds": 120, "prices": "wan21-turbo", "endpoints": ["standard-intl"], "source": "legacy"},
      {"ids": ["wanx2.1-t2v-plus"], "kind": "video", "wire": "video", "isTask": true, "modes": ["t2v-21-plus"], "siblings": {"frames": "wanx2.1-i2v-plus"}, "typicalSeconds": 240, "prices": "wan21-plus", "endpoints": ["standard-cn"], "source": "legacy"},
      {"ids": ["wan2.1-t2v-plus"], "kind": "video", "wire": "video", "isTask": true, "modes": ["t2v-21-plus"], "siblings": {"frames": "wan2.1-i2v-plus"}, "typicalSeconds": 240, "prices": "wan21-plus", "endpoints": ["standard-intl"], "source": "legacy"},
      {"ids": ["wanx2.1-i2v-turbo"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-21-turbo"], "siblings": {"text": "wanx2.1-t2v-turbo"}, "typicalSeconds": 120, "prices": "wan21-turbo", "endpoints": ["standard-cn"], "source": "legacy"},
      {"ids": ["wan2.1-i2v-turbo"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-21-turbo"], "siblings": {"text": "wan2.1-t2v-turbo"}, "typicalSeconds": 120, "prices": "wan21-turbo", "endpoints": ["standard-intl"], "source": "legacy"},
      {"ids": ["wanx2.1-i2v-plus"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-21-plus"], "siblings": {"text": "wanx2.1-t2v-plus"}, "typicalSeconds": 240, "prices": "wan21-plus", "endpoints": ["standard-cn"], "source": "legacy"},
      {"ids": ["wan2.1-i2v-plus"], "kind": "video", "wire": "video", "isTask": true, "modes": ["i2v-21-plus"], "siblings": {"text": "wan2.1-t2v-plus"}, "typicalSeconds": 240, "prices": "wan21-plus", "endpoints": ["standard-intl"], "source": "legacy"},
      {"ids": ["wanx2.1-kf2v-plus"], "kind": "video", "wire": "video-from-image", "isTask": true, "modes": ["kf2v-21"], "siblings": {"text": "wanx2.1-t2v-plus"}, "typicalSeconds": 420, "prices": "wan21-plus", "endpoints": ["standard-cn"], "source": "legacy"},
      {"ids": ["wan2.1-kf2v-plus"], "kind": "video", "wire": "video-from-image", "isTask": true, "modes": ["kf2v-21"], "siblings": {"text": "wan2.1-t2v-plus"}, "typicalSeconds": 420, "prices": "wan21-plus", "endpoints": ["standard-intl"], "source": "legacy"},
      {"ids": ["happyhorse-1.0-t2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-t2v"], "siblings": {"frames": "happyhorse-1.0-i2v", "reference": "happyhorse-1.0-r2v", "edit": "happyhorse-1.0-video-edit"}, "typicalSeconds": 100, "prices": "happyhorse", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "happyhorse"},
      {"ids": ["happyhorse-1.0-i2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-i2v"], "siblings": {"text": "happyhorse-1.0-t2v", "reference": "happyhorse-1.0-r2v", "edit": "happyhorse-1.0-video-edit"}, "typicalSeconds": 100, "prices": "happyhorse", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "happyhorse"},
      {"ids": ["happyhorse-1.0-r2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-r2v"], "siblings": {"text": "happyhorse-1.0-t2v", "frames": "happyhorse-1.0-i2v", "edit": "happyhorse-1.0-video-edit"}, "typicalSeconds": 100, "prices": "happyhorse", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "happyhorse"},
      {"ids": ["happyhorse-1.0-video-edit"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-edit"], "siblings": {"text": "happyhorse-1.0-t2v", "frames": "happyhorse-1.0-i2v", "reference": "happyhorse-1.0-r2v"}, "typicalSeconds": 150, "prices": "happyhorse-edit", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "happyhorse"},
      {"ids": ["happyhorse-1.1-t2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-t2v"], "siblings": {"frames": "happyhorse-1.1-i2v", "reference": "happyhorse-1.1-r2v"}, "typicalSeconds": 100, "prices": "none", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "happyhorse"},
      {"ids": ["happyhorse-1.1-i2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-i2v"], "siblings": {"text": "happyhorse-1.1-t2v", "reference": "happyhorse-1.1-r2v"}, "typicalSeconds": 100, "prices": "none", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "happyhorse"},
      {"ids": ["happyhorse-1.1-r2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-r2v"], "siblings": {"text": "happyhorse-1.1-t2v", "frames": "happyhorse-1.1-i2v"}, "typicalSeconds": 100, "prices": "none", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "happyhorse"},
      {"ids": ["wan3.0-video", "wan3.0-video-prime"], "kind": "video", "wire": "video", "isTask": true, "modes": ["wan30-text", "wan30-frames", "wan30-reference", "wan30-page"], "siblings": {}, "typicalSeconds": 600, "prices": "none", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu", "standard-jp"], "source": "wan30"},
      {"ids": ["wanx2.1-vace-plus"], "kind": "video", "wire": "video", "isTask": true, "modes": ["vace-reference", "vace-repaint", "vace-edit", "vace-edit-clip", "vace-outpaint", "vace-extend"], "siblings": {}, "typicalSeconds": 450, "prices": "wan21-plus", "endpoints": ["standard-cn"], "source": "special"},
      {"ids": ["wan2.1-vace-plus"], "kind": "video", "wire": "video", "isTask": true, "modes": ["vace-reference", "vace-repaint", "vace-edit", "vace-edit-clip", "vace-outpaint", "vace-extend"], "siblings": {}, "typicalSeconds": 450, "prices": "wan21-plus", "endpoints": ["standard-intl"], "source": "special"},
      {"ids": ["wan2.2-animate-move"], "kind": "video", "wire": "animate", "isTask": true, "modes": ["animate"], "siblings": {}, "typicalSeconds": 300, "prices": "animate-move", "endpoints": ["standard-intl", "standard-cn"], "source": "special"},
      {"ids": ["wan2.2-animate-mix"], "kind": "video", "wire": "animate", "isTask": true, "modes": ["animate"], "siblings": {}, "typicalSeconds": 300, "prices": "animate-mix", "endpoints": ["standard-intl", "standard-cn"], "source": "special"},
      {"ids": ["wan2.2-s2v"], "kind": "video", "wire": "video-from-image", "isTask": true, "modes": ["s2v"], "siblings": {}, "typicalSeconds": 300, "prices": "s2v", "endpoints": ["standard-cn"], "source": "special"},
      {"ids": ["qwen-image-3.0", "qwen-image-3.0-pro"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-3-text", "image-3-edit"], "siblings": {}, "typicalSeconds": 30, "prices": "none", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "image3"},
      {"ids": ["qwen-image-2.0-pro"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-2-text", "image-2-edit"], "siblings": {}, "typicalSeconds": 30, "prices": "image-pro", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["qwen-image-2.0"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-2-text", "image-2-edit"], "siblings": {}, "typicalSeconds": 20, "prices": "image-2", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["qwen-image-max"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-1-text"], "siblings": {"edit": "qwen-image-edit-max"}, "typicalSeconds": 30, "prices": "image-pro", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["qwen-image-plus", "qwen-image-plus-2026-01-09"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-1-text"], "siblings": {"edit": "qwen-image-edit-plus"}, "typicalSeconds": 20, "prices": "image-plus", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["qwen-image"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-1-text"], "siblings": {"edit": "qwen-image-edit"}, "typicalSeconds": 20, "prices": "image-1", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["qwen-image-edit-max"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-edit-plus"], "siblings": {"text": "qwen-image-max"}, "typicalSeconds": 30, "prices": "image-pro", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["qwen-image-edit-plus"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-edit-plus"], "siblings": {"text": "qwen-image-plus"}, "typicalSeconds": 20, "prices": "image-plus", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["qwen-image-edit"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-edit-1"], "siblings": {"text": "qwen-image"}, "typicalSeconds": 20, "prices": "image-edit", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["wan2.7-image-pro"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["wan27-pro-text", "wan27-edit"], "siblings": {}, "typicalSeconds": 40, "prices": "image-pro", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["wan2.7-image"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["wan27-text", "wan27-edit"], "siblings": {}, "typicalSeconds": 30, "prices": "image-plus", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["wan2.6-image"], "kind": "image", "wire": "messages-task", "isTask": true, "modes": ["wan26-edit", "wan26-interleave"], "siblings": {"text": "wan2.6-t2i"}, "typicalSeconds": 40, "prices": "image-plus-global", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "images"},
      {"ids": ["wan2.6-t2i"], "kind": "image", "wire": "messages-task", "isTask": true, "modes": ["wan26-t2i"], "siblings": {"edit": "wan2.6-image"}, "typicalSeconds": 40, "prices": "image-plus-global", "endpoints": ["standard-intl", "standard-cn", "standard-us", "standard-eu"], "source": "images"},
      {"ids": ["wan2.5-t2i-preview"], "kind": "image", "wire": "text-to-image", "isTask": true, "modes": ["wan25-t2i"], "siblings": {"edit": "wan2.5-i2i-preview"}, "typicalSeconds": 40, "prices": "image-plus", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["wan2.2-t2i-plus"], "kind": "image", "wire": "text-to-image", "isTask": true, "modes": ["wan22-t2i"], "siblings": {}, "typicalSeconds": 40, "prices": "t2i-plus", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["wan2.2-t2i-flash"], "kind": "image", "wire": "text-to-image", "isTask": true, "modes": ["wan22-t2i"], "siblings": {}, "typicalSeconds": 20, "prices": "t2i-flash", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["wanx2.1-t2i-plus"], "kind": "image", "wire": "text-to-image", "isTask": true, "modes": ["wan21-t2i"], "siblings": {}, "typicalSeconds": 40, "prices": "t2i-plus", "endpoints": ["standard-cn"], "source": "images"},
      {"ids": ["wanx2.1-t2i-turbo"], "kind": "image", "wire": "text-to-image", "isTask": true, "modes": ["wan21-t2i"], "siblings": {}, "typicalSeconds": 20, "prices": "t2i-flash", "endpoints": ["standard-cn"], "source": "images"},
      {"ids": ["wanx2.0-t2i-turbo"], "kind": "image", "wire": "text-to-image", "isTask": true, "modes": ["wan21-t2i"], "siblings": {}, "typicalSeconds": 20, "prices": "t2i-flash", "endpoints": ["standard-cn"], "source": "images"},
      {"ids": ["wan2.1-t2i-turbo"], "kind": "image", "wire": "text-to-image", "isTask": true, "modes": ["wan21-t2i"], "siblings": {}, "typicalSeconds": 20, "prices": "t2i-flash", "endpoints": ["standard-intl"], "source": "images"},
      {"ids": ["wan2.1-t2i-plus"], "kind": "image", "wire": "text-to-image", "isTask": true, "modes": ["wan21-t2i"], "siblings": {}, "typicalSeconds": 40, "prices": "t2i-plus", "endpoints": ["standard-intl"], "source": "images"},
      {"ids": ["wan2.5-i2i-preview"], "kind": "image", "wire": "image-to-image", "isTask": true, "modes": ["wan25-i2i"], "siblings": {"text": "wan2.5-t2i-preview"}, "typicalSeconds": 40, "prices": "image-plus", "endpoints": ["standard-intl", "standard-cn"], "source": "images"},
      {"ids": ["wanx2.1-imageedit"], "kind": "image", "wire": "image-to-image", "isTask": true, "modes": ["imageedit", "imageedit-mask"], "siblings": {}, "typicalSeconds": 30, "prices": "t2i-flash", "endpoints": ["standard-cn"], "source": "images"},
      {"ids": ["qwen-mt-image"], "kind": "image", "wire": "image-translation", "isTask": true, "modes": ["image-translation"], "siblings": {}, "typicalSeconds": 15, "prices": "translation", "endpoints": ["standard-cn"], "source": "translation"},
      {"ids": ["text-embedding-async-v2"], "kind": "embedding", "wire": "embedding-file", "isTask": true, "modes": ["embedding-file"], "siblings": {}, "typicalSeconds": 60, "prices": "none", "endpoints": ["standard-cn"], "source": "vectors"},
      {"ids": ["z-image-turbo"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["z-image"], "siblings": {}, "typicalSeconds": 10, "prices": "z-image", "endpoints": ["standard-intl", "standard-cn"], "source": "images"}
    ],
    "qwen-token-plan": [
      {"ids": ["happyhorse-1.1-t2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-t2v"], "siblings": {"frames": "happyhorse-1.1-i2v", "reference": "happyhorse-1.1-r2v"}, "typicalSeconds": 100, "prices": "none", "endpoints": ["token-plan-intl", "token-plan-cn"], "source": "happyhorse"},
      {"ids": ["happyhorse-1.1-i2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-i2v"], "siblings": {"text": "happyhorse-1.1-t2v", "reference": "happyhorse-1.1-r2v"}, "typicalSeconds": 100, "prices": "none", "endpoints": ["token-plan-intl", "token-plan-cn"], "source": "happyhorse"},
      {"ids": ["happyhorse-1.1-r2v"], "kind": "video", "wire": "video", "isTask": true, "modes": ["horse-r2v"], "siblings": {"text": "happyhorse-1.1-t2v", "frames": "happyhorse-1.1-i2v"}, "typicalSeconds": 100, "prices": "none", "endpoints": ["token-plan-intl", "token-plan-cn"], "source": "happyhorse"},
      {"ids": ["qwen-image-3.0-pro"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-3-text", "image-3-edit"], "siblings": {}, "typicalSeconds": 30, "prices": "none", "endpoints": ["token-plan-intl", "token-plan-cn"], "source": "image3"},
      {"ids": ["qwen-image-2.0"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["image-2-text", "image-2-edit"], "siblings": {}, "typicalSeconds": 20, "prices": "none", "endpoints": ["token-plan-intl", "token-plan-cn"], "source": "images"},
      {"ids": ["wan2.7-image-pro"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["wan27-pro-text", "wan27-edit"], "siblings": {}, "typicalSeconds": 40, "prices": "none", "endpoints": ["token-plan-intl", "token-plan-cn"], "source": "images"},
      {"ids": ["wan2.7-image"], "kind": "image", "wire": "messages", "isTask": false, "modes": ["wan27-text", "wan27-edit"], "siblings": {}, "typicalSeconds": 30, "prices": "none", "endpoints": ["token-plan-intl", "token-plan-cn"], "source": "images"}
    ]
  },
  "understanding": {
    "qwen": [
      {"ids": ["qwen3.8-max", "qwen3.8-flash", "qwen3.7-plus", "qwen3.6-plus", "qwen3.6-flash", "qwen3.5-plus", "qwen3.5-flash"], "inputs": ["look-20", "watch-2h"], "source": "vision"},
      {"ids": ["qwen3-vl-plus", "qwen3-vl-flash"], "inputs": ["look-20", "watch-1h"], "source": "vision"},
      {"ids": ["qwen-vl-max-latest"], "inputs": ["look-10", "watch-20min"], "source": "vision"},
      {"ids": ["qwen-vl-plus"], "inputs": ["look-10", "watch-10min"], "source": "vision"},
      {"ids": ["kimi-k2.5", "kimi-k2.6"], "inputs": ["look-10", "watch-kimi"], "source": "vision"},
      {"ids": ["qvq-max"], "inputs": ["look-10", "watch-qvq"], "source": "vision"},
      {"ids": ["qwen3.8-omni-flash", "qwen3-omni-flash", "qwen-omni-turbo"], "inputs": ["look-10", "watch-omni"], "source": "vision"},
      {"ids": ["qwen3.5-omni-plus", "qwen3.5-omni-flash"], "inputs": ["look-10", "watch-omni-1h"], "source": "vision"}
    ],
    "qwen-token-plan": [
      {"ids": ["qwen3.8-max", "qwen3.8-flash", "qwen3.7-plus", "qwen3.6-plus", "qwen3.6-flash"], "inputs": ["look-20", "watch-2h"], "source": "vision"},
      {"ids": ["kimi-k2.5", "kimi-k2.6"], "inputs": ["look-10", "watch-kimi"], "source": "vision"}
    ]
  }
}

"""#
        return text.withUTF8Buffer { Array($0) }
    }
    static var models_json: [UInt8] {
        let text: StaticString = #"""
{
  "sources": {
    "page": {
      "text": "docs.openclaw.ai/providers/qwen (2026-04-27); limits: github.com/modelstudioai/skills openclaw.md, models.jsonl (2026-05-30)",
      "checked": "2026-05-30"
    },
    "safe": {
      "text": "docs.openclaw.ai/providers/qwen (2026-04-27); sources disagree on the output limit, the smaller one clamps: github.com/modelstudioai/skills models.jsonl, models.dev alibaba",
      "checked": "2026-07-02"
    },
    "console": {"text": "github.com/modelstudioai/skills models.jsonl (2026-05-30)", "checked": "2026-05-30"},
    "vectors": {
      "text": "help.aliyun.com multimodal-embedding-api-reference (2026-05-30), embedding and rerank pages (2026-11); the number of inputs at once is said of qwen3-vl-embedding and multimodal-embedding-v1 only and taken for the others, the path of qwen3.7-text-rerank is that of qwen3-rerank",
      "checked": "2026-11-01"
    },
    "docs": {"text": "docs.qwencloud.com models and pricing (2026-10)", "checked": "2026-10-31"},
    "openclaw": {"text": "OpenClaw's own catalogue of August 2026; docs.qwencloud.com models (2026-10)", "checked": "2026-10-31"},
    "behaviour": {
      "text": "github.com/modelstudioai/skills error-code.md and model pages (2026-05-30); limits are not documented",
      "checked": "2026-05-30"
    },
    "neutral": {"text": "assumed of models that the catalogue does not know", "checked": "2026-11-23"}
  },
  "shapes": {
    "thinking": {
      "never": {
        "control": "never", "isOnByDefault": false, "usesChatTemplate": false, "takesBudget": false, "efforts": [],
        "effortAliases": {}, "worksWithoutStreaming": true, "replay": "never"
      },
      "always": {
        "control": "always", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": false, "efforts": [],
        "effortAliases": {}, "worksWithoutStreaming": true, "replay": "currentTurn"
      },
      "always-streamed": {
        "control": "always", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": true, "efforts": [],
        "effortAliases": {}, "worksWithoutStreaming": false, "replay": "currentTurn"
      },
      "hybrid-on": {
        "control": "toggle", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": true, "efforts": [],
        "effortAliases": {}, "worksWithoutStreaming": true, "replay": "currentTurn"
      },
      "hybrid-off": {
        "control": "toggle", "isOnByDefault": false, "usesChatTemplate": false, "takesBudget": true, "efforts": [],
        "effortAliases": {}, "worksWithoutStreaming": true, "replay": "currentTurn"
      },
      "hybrid-on-streamed": {
        "control": "toggle", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": true, "efforts": [],
        "effortAliases": {}, "worksWithoutStreaming": false, "replay": "currentTurn"
      },
      "hybrid-off-streamed": {
        "control": "toggle", "isOnByDefault": false, "usesChatTemplate": false, "takesBudget": true, "efforts": [],
        "effortAliases": {}, "worksWithoutStreaming": false, "replay": "currentTurn"
      },
      "effort-off-with-none": {
        "control": "effort", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": false,
        "efforts": ["low", "medium", "xhigh"], "effortAliases": {"minimal": "low", "high": "xhigh", "max": "xhigh"},
        "worksWithoutStreaming": true, "replay": "currentTurn", "offEffort": "none"
      },
      "effort-off-with-none-replayed": {
        "control": "effort", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": false,
        "efforts": ["low", "medium", "xhigh"], "effortAliases": {"minimal": "low", "high": "xhigh", "max": "xhigh"},
        "worksWithoutStreaming": true, "replay": "always", "offEffort": "none"
      },
      "effort-forced-replayed": {
        "control": "effort", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": false,
        "efforts": ["low", "medium", "high", "xhigh"],
        "effortAliases": {"minimal": "low", "none": "low", "off": "low", "max": "xhigh"},
        "worksWithoutStreaming": true, "replay": "always"
      },
      "effort-low-high-max": {
        "control": "effort", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": false,
        "efforts": ["low", "high", "max"], "effortAliases": {"minimal": "low", "medium": "high", "xhigh": "max"},
        "worksWithoutStreaming": true, "replay": "currentTurn"
      },
      "toggle-high-max": {
        "control": "toggle", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": false,
        "efforts": ["high", "max"],
        "effortAliases": {"minimal": "high", "low": "high", "medium": "high", "xhigh": "max"},
        "worksWithoutStreaming": true, "replay": "currentTurn"
      },
      "hybrid-on-high-max": {
        "control": "toggle", "isOnByDefault": true, "usesChatTemplate": false, "takesBudget": true,
        "efforts": ["high", "max"],
        "effortAliases": {"minimal": "high", "low": "high", "medium": "high", "xhigh": "max"},
        "worksWithoutStreaming": true, "replay": "currentTurn"
      },
      "unknown": {
        "control": "toggle", "isOnByDefault": false, "usesChatTemplate": false, "takesBudget": true, "efforts": [],
        "effortAliases": {}, "worksWithoutStreaming": true, "replay": "currentTurn"
      }
    },
    "tools": {
      "hybrid": {
        "isSupported": true, "forcedChoice": "withoutThinking", "takesRequired": false, "worksWithThinking": true,
        "takesToolStream": false
      },
      "hybrid-pieces": {
        "isSupported": true, "forcedChoice": "withoutThinking", "takesRequired": false, "worksWithThinking": true,
        "takesToolStream": true
      },
      "plain": {
        "isSupported": true, "forcedChoice": "yes", "takesRequired": false, "worksWithThinking": true,
        "takesToolStream": false
      },
      "thinking-only": {
        "isSupported": true, "forcedChoice": "no", "takesRequired": false, "worksWithThinking": true,
        "takesToolStream": false
      },
      "not-while-thinking": {
        "isSupported": true, "forcedChoice": "withoutThinking", "takesRequired": false, "worksWithThinking": false,
        "takesToolStream": false
      },
      "none": {
        "isSupported": false, "forcedChoice": "no", "takesRequired": false, "worksWithThinking": false,
        "takesToolStream": false
      },
      "unknown": {
        "isSupported": true, "forcedChoice": "withoutThinking", "takesRequired": true, "worksWithThinking": true,
        "takesToolStream": false
      }
    },
    "structuredOutput": {
      "object": {"jsonObject": true, "jsonSchema": false, "worksWithThinking": false},
      "schema": {"jsonObject": true, "jsonSchema": true, "worksWithThinking": false},
      "none": {"jsonObject": false, "jsonSchema": false, "worksWithThinking": false},
      "unknown": {"jsonObject": true, "jsonSchema": true, "worksWithThinking": true}
    },
    "wire": {
      "text": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_tokens", "leaksThinkTags": false,
        "nativePath": "text"
      },
      "text-tags": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_tokens", "leaksThinkTags": true,
        "nativePath": "text"
      },
      "text-total": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_completion_tokens",
        "leaksThinkTags": true, "nativePath": "text"
      },
      "text-total-clean": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_completion_tokens",
        "leaksThinkTags": false, "nativePath": "text"
      },
      "multimodal": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_tokens", "leaksThinkTags": false,
        "nativePath": "multimodal"
      },
      "multimodal-tags": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_tokens", "leaksThinkTags": true,
        "nativePath": "multimodal"
      },
      "multimodal-total": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_completion_tokens",
        "leaksThinkTags": true, "nativePath": "multimodal"
      },
      "text-streamed": {
        "streamOnly": true, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_tokens", "leaksThinkTags": false,
        "nativePath": "text"
      },
      "multimodal-streamed": {
        "streamOnly": true, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_tokens", "leaksThinkTags": false,
        "nativePath": "multimodal"
      },
      "string": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": true, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_tokens", "leaksThinkTags": false,
        "nativePath": "text"
      },
      "translation": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": true, "developerRole": false,
        "systemRole": false, "singleMessage": true, "outputLimitField": "max_tokens", "leaksThinkTags": false,
        "nativePath": "text"
      },
      "translation-cumulative": {
        "streamOnly": false, "cumulativeStream": true, "stringContent": true, "developerRole": false,
        "systemRole": false, "singleMessage": true, "outputLimitField": "max_tokens", "leaksThinkTags": false,
        "nativePath": "text"
      },
      "none": {
        "streamOnly": false, "cumulativeStream": false, "stringContent": false, "developerRole": false,
        "systemRole": true, "singleMessage": false, "outputLimitField": "max_tokens", "leaksThinkTags": false
      }
    },
    "caching": {
      "none": {"implicit": false, "explicit": false}, "implicit": {"implicit": true, "explicit": false},
      "both": {"implicit": true, "explicit": true, "explicitMinimum": 1024}
    },
    "absences": {
      "coding-lag": {
        "plan": "coding",
        "reason": "Coding Plan support can lag behind the public catalogue; use a Standard (pay-as-you-go) endpoint"
      },
      "standard-only": {"plan": "coding", "reason": "known to work on Standard (pay-as-you-go) endpoints only"},
      "media-standard-only": {
        "plan": "coding",
        "reason": "image and video understanding is served by Standard (pay-as-you-go) endpoints only"
      },
      "no-vectors": {
        "plan": "coding",
        "reason": "the Coding Plan generates text only; embeddings and reranking need a Standard (pay-as-you-go) endpoint"
      },
      "china-only": {
        "plan": "standard", "endpoint": "standard-intl",
        "reason": "sold in China only; use the endpoint 'standard-cn'"
      }
    }
  },
  "unknownModel": {
    "id": "unknown", "input": ["text"], "output": ["text"], "contextWindow": 262144, "thinking": "unknown",
    "tools": "unknown", "structuredOutput": "unknown", "wire": "none", "caching": "none", "notOn": [],
    "source": "neutral"
  },
  "models": {
    "qwen": [
      {
        "id": "qwen3.5-plus", "family": "Qwen Plus", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "hybrid-on", "thinkingBudget": 81920, "tools": "hybrid-pieces",
        "structuredOutput": "object", "wire": "multimodal-total", "caching": "both", "notOn": [], "source": "page"
      },
      {
        "id": "qwen3.6-plus", "family": "Qwen Plus", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "hybrid-on", "thinkingBudget": 81920, "tools": "hybrid-pieces",
        "structuredOutput": "object", "wire": "multimodal-total", "caching": "both", "notOn": ["coding-lag"],
        "source": "page"
      },
      {
        "id": "qwen3-max-2026-01-23", "family": "Qwen Max", "input": ["text"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 258048, "maxTokens": 65536, "maxOutputTokens": 65536,
        "thinking": "hybrid-off", "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "object",
        "wire": "text-tags", "caching": "both", "notOn": [], "source": "page"
      },
      {
        "id": "qwen3-coder-next", "family": "Qwen Coder", "input": ["text"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 204800, "maxTokens": 65536, "maxOutputTokens": 65536,
        "thinking": "never", "tools": "plain", "structuredOutput": "object", "wire": "text", "caching": "both",
        "notOn": [], "source": "page"
      },
      {
        "id": "qwen3-coder-plus", "family": "Qwen Coder", "input": ["text"], "output": ["text"],
        "contextWindow": 1000000, "maxInputTokens": 997952, "maxTokens": 65536, "maxOutputTokens": 65536,
        "thinking": "never", "tools": "plain", "structuredOutput": "object", "wire": "text", "caching": "both",
        "notOn": [], "source": "page"
      },
      {
        "id": "MiniMax-M2.5", "family": "MiniMax", "input": ["text"], "output": ["text"], "contextWindow": 1000000,
        "maxInputTokens": 196608, "maxTokens": 65536, "maxOutputTokens": 32768, "thinking": "always",
        "tools": "thinking-only", "structuredOutput": "none", "wire": "text", "caching": "implicit", "notOn": [],
        "source": "safe"
      },
      {
        "id": "glm-5", "family": "GLM", "input": ["text"], "output": ["text"], "contextWindow": 202752,
        "maxInputTokens": 169984, "maxTokens": 16384, "maxOutputTokens": 16384, "thinking": "hybrid-on",
        "thinkingBudget": 32768, "tools": "hybrid-pieces", "structuredOutput": "object", "wire": "string",
        "caching": "implicit", "notOn": [], "source": "page"
      },
      {
        "id": "glm-4.7", "family": "GLM", "input": ["text"], "output": ["text"], "contextWindow": 202752,
        "maxInputTokens": 169984, "maxTokens": 16384, "maxOutputTokens": 16384, "thinking": "hybrid-on",
        "thinkingBudget": 32768, "tools": "hybrid-pieces", "structuredOutput": "object", "wire": "string",
        "caching": "implicit", "notOn": [], "source": "page"
      },
      {
        "id": "kimi-k2.5", "family": "Kimi", "input": ["text", "image"], "alsoTakes": ["video"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 229376, "maxTokens": 32768, "maxOutputTokens": 16384,
        "thinking": "hybrid-off", "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "none",
        "wire": "multimodal", "caching": "both", "notOn": [], "source": "safe"
      },
      {
        "id": "qwen3.8-max", "family": "Qwen Max", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 131072,
        "maxOutputTokens": 131072, "thinking": "effort-off-with-none-replayed", "tools": "hybrid",
        "structuredOutput": "schema", "wire": "multimodal-total", "caching": "both", "notOn": ["standard-only"],
        "source": "docs"
      },
      {
        "id": "qwen3.8-flash", "family": "Qwen Flash", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 131072,
        "maxOutputTokens": 131072, "thinking": "effort-off-with-none", "tools": "hybrid",
        "structuredOutput": "schema", "wire": "multimodal-total", "caching": "both", "notOn": ["standard-only"],
        "source": "docs"
      },
      {
        "id": "qwen3.7-max", "family": "Qwen Max", "input": ["text"], "output": ["text"], "contextWindow": 1000000,
        "maxInputTokens": 991808, "maxTokens": 65536, "maxOutputTokens": 65536, "thinking": "hybrid-on",
        "thinkingBudget": 262144, "tools": "hybrid-pieces", "structuredOutput": "schema", "wire": "text-total",
        "caching": "both", "notOn": ["standard-only"], "source": "openclaw"
      },
      {
        "id": "qwen3.7-plus", "family": "Qwen Plus", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "hybrid-on", "thinkingBudget": 262144, "tools": "hybrid-pieces",
        "structuredOutput": "schema", "wire": "multimodal-total", "caching": "both", "notOn": [], "source": "openclaw"
      },
      {
        "id": "qwen3.6-flash", "family": "Qwen Flash", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "hybrid-on", "thinkingBudget": 81920, "tools": "hybrid-pieces",
        "structuredOutput": "object", "wire": "multimodal-total", "caching": "both", "notOn": ["standard-only"],
        "source": "openclaw"
      },
      {
        "id": "qwen3.5-flash", "family": "Qwen Flash", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "hybrid-on", "thinkingBudget": 81920, "tools": "hybrid-pieces",
        "structuredOutput": "object", "wire": "multimodal-total", "caching": "both", "notOn": ["standard-only"],
        "source": "console"
      },
      {
        "id": "qwen3-max", "family": "Qwen Max", "input": ["text"], "output": ["text"], "contextWindow": 262144,
        "maxInputTokens": 258048, "maxTokens": 65536, "maxOutputTokens": 65536, "thinking": "hybrid-off",
        "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "object", "wire": "text-tags",
        "caching": "both", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "qwen3-coder-flash", "family": "Qwen Coder", "input": ["text"], "output": ["text"],
        "contextWindow": 1000000, "maxInputTokens": 997952, "maxTokens": 65536, "maxOutputTokens": 65536,
        "thinking": "never", "tools": "plain", "structuredOutput": "object", "wire": "text", "caching": "both",
        "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "qwen-vl-max-latest", "family": "Qwen VL", "input": ["text", "image", "video"], "output": ["text"],
        "contextWindow": 131072, "maxInputTokens": 129024, "maxTokens": 8192, "maxOutputTokens": 8192,
        "thinking": "never", "tools": "plain", "structuredOutput": "object", "wire": "multimodal", "caching": "both",
        "notOn": ["media-standard-only"], "source": "console"
      },
      {
        "id": "qwen3-vl-plus", "family": "Qwen VL", "input": ["text", "image", "video"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 260096, "maxTokens": 32768, "maxOutputTokens": 32768,
        "thinking": "hybrid-off", "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "object",
        "wire": "multimodal-tags", "caching": "both", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "qwen3-vl-flash", "family": "Qwen VL", "input": ["text", "image", "video"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 260096, "maxTokens": 32768, "maxOutputTokens": 32768,
        "thinking": "hybrid-off", "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "object",
        "wire": "multimodal-tags", "caching": "both", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "qwen3.8-omni-flash", "family": "Qwen Omni", "input": ["text", "image", "video", "audio"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 131072,
        "maxOutputTokens": 131072, "thinking": "unknown", "tools": "hybrid", "structuredOutput": "object",
        "wire": "multimodal-total", "caching": "none", "notOn": ["standard-only"], "source": "docs"
      },
      {
        "id": "qwen3.5-omni-plus", "family": "Qwen Omni", "input": ["text", "image", "video", "audio"],
        "output": ["text", "audio"], "contextWindow": 262144, "maxInputTokens": 196608, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "never", "tools": "plain", "structuredOutput": "object",
        "wire": "multimodal-streamed", "caching": "none", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "qwen3.5-omni-flash", "family": "Qwen Omni", "input": ["text", "image", "video", "audio"],
        "output": ["text", "audio"], "contextWindow": 262144, "maxInputTokens": 196608, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "never", "tools": "plain", "structuredOutput": "object",
        "wire": "multimodal-streamed", "caching": "none", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "deepseek-v4-pro", "family": "DeepSeek", "input": ["text"], "output": ["text"],
        "contextWindow": 1000000, "maxInputTokens": 1000000, "maxTokens": 393216, "maxOutputTokens": 393216,
        "thinking": "toggle-high-max", "tools": "hybrid", "structuredOutput": "none", "wire": "text-total-clean",
        "caching": "implicit", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "deepseek-v4-flash", "family": "DeepSeek", "input": ["text"], "output": ["text"],
        "contextWindow": 1000000, "maxInputTokens": 1000000, "maxTokens": 393216, "maxOutputTokens": 393216,
        "thinking": "toggle-high-max", "tools": "hybrid", "structuredOutput": "none", "wire": "text-total-clean",
        "caching": "implicit", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "deepseek-v3.2", "family": "DeepSeek", "input": ["text"], "output": ["text"], "contextWindow": 131072,
        "maxInputTokens": 98304, "maxTokens": 65536, "maxOutputTokens": 65536, "thinking": "hybrid-off",
        "thinkingBudget": 32768, "tools": "hybrid", "structuredOutput": "object", "wire": "text-total-clean",
        "caching": "both", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "glm-5.2", "family": "GLM", "input": ["text"], "output": ["text"], "contextWindow": 1048576,
        "maxTokens": 131072, "maxOutputTokens": 131072, "thinking": "hybrid-on-high-max", "tools": "hybrid-pieces",
        "structuredOutput": "object", "wire": "string", "caching": "implicit", "notOn": ["standard-only"],
        "source": "docs"
      },
      {
        "id": "glm-5.1", "family": "GLM", "input": ["text"], "output": ["text"], "contextWindow": 202745,
        "maxInputTokens": 202745, "maxTokens": 131072, "maxOutputTokens": 131072, "thinking": "hybrid-on",
        "thinkingBudget": 131072, "tools": "hybrid-pieces", "structuredOutput": "object", "wire": "string",
        "caching": "both", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "kimi-k3", "family": "Kimi", "input": ["text"], "output": ["text"], "thinking": "effort-low-high-max",
        "tools": "hybrid", "structuredOutput": "none", "wire": "multimodal", "caching": "implicit",
        "notOn": ["standard-only"], "source": "docs"
      },
      {
        "id": "kimi-k2.7-code", "family": "Kimi", "input": ["text"], "output": ["text"], "thinking": "always",
        "tools": "thinking-only", "structuredOutput": "none", "wire": "multimodal", "caching": "implicit",
        "notOn": ["standard-only"], "source": "docs"
      },
      {
        "id": "kimi-k2.6", "family": "Kimi", "input": ["text", "image"], "alsoTakes": ["video"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 229376, "maxTokens": 16384, "maxOutputTokens": 16384,
        "thinking": "hybrid-off", "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "none",
        "wire": "multimodal", "caching": "both", "notOn": ["standard-only", "china-only"], "source": "console"
      },
      {
        "id": "qwen-plus", "family": "Qwen Plus", "input": ["text"], "output": ["text"], "contextWindow": 1000000,
        "maxInputTokens": 997952, "maxTokens": 32768, "maxOutputTokens": 32768, "thinking": "hybrid-off",
        "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "object", "wire": "text-tags",
        "caching": "both", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "qwen-flash", "family": "Qwen Flash", "input": ["text"], "output": ["text"], "contextWindow": 1000000,
        "maxInputTokens": 997952, "maxTokens": 32768, "maxOutputTokens": 32768, "thinking": "hybrid-off",
        "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "object", "wire": "text-tags",
        "caching": "both", "notOn": ["standard-only"], "source": "console"
      },
      {
        "id": "qwen-mt-plus", "family": "Qwen MT", "input": ["text"], "output": ["text"], "contextWindow": 16384,
        "maxInputTokens": 8192, "maxTokens": 8192, "maxOutputTokens": 8192, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "translation-cumulative", "caching": "none", "notOn": ["standard-only"],
        "source": "console"
      },
      {
        "id": "qwen-mt-flash", "family": "Qwen MT", "input": ["text"], "output": ["text"], "contextWindow": 16384,
        "maxInputTokens": 8192, "maxTokens": 8192, "maxOutputTokens": 8192, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "translation", "caching": "none", "notOn": ["standard-only"],
        "source": "console"
      },
      {
        "id": "qwen-mt-lite", "family": "Qwen MT", "input": ["text"], "output": ["text"], "contextWindow": 16384,
        "maxInputTokens": 8192, "maxTokens": 8192, "maxOutputTokens": 8192, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "translation", "caching": "none", "notOn": ["standard-only"],
        "source": "console"
      },
      {
        "id": "qwen-mt-turbo", "family": "Qwen MT", "input": ["text"], "output": ["text"], "contextWindow": 16384,
        "maxInputTokens": 8192, "maxTokens": 8192, "maxOutputTokens": 8192, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "translation-cumulative", "caching": "none", "notOn": ["standard-only"],
        "isHidden": true, "replacedBy": "qwen-mt-flash", "source": "console"
      },
      {
        "id": "qwen-long", "family": "Qwen Long", "input": ["text"], "output": ["text"], "contextWindow": 10000000,
        "maxInputTokens": 10000000, "maxTokens": 8192, "maxOutputTokens": 8192, "thinking": "never", "tools": "plain",
        "structuredOutput": "object", "wire": "text", "caching": "none", "notOn": ["standard-only", "china-only"],
        "source": "console"
      },
      {
        "id": "qwen3.6-max-preview", "family": "Qwen Max", "input": ["text"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 245760, "maxTokens": 65536, "maxOutputTokens": 65536,
        "thinking": "hybrid-on", "thinkingBudget": 131072, "tools": "hybrid-pieces", "structuredOutput": "object",
        "wire": "text-total", "caching": "both", "notOn": ["standard-only"], "isHidden": true, "source": "console"
      },
      {
        "id": "qwen-turbo", "family": "Qwen Flash", "input": ["text"], "output": ["text"], "contextWindow": 131072,
        "maxInputTokens": 98304, "maxTokens": 16384, "maxOutputTokens": 16384, "thinking": "hybrid-off",
        "thinkingBudget": 38912, "tools": "hybrid", "structuredOutput": "object", "wire": "text-tags",
        "caching": "both", "notOn": ["standard-only"], "isHidden": true, "replacedBy": "qwen-flash",
        "source": "console"
      },
      {
        "id": "qwen-vl-plus", "family": "Qwen VL", "input": ["text", "image", "video"], "output": ["text"],
        "contextWindow": 131072, "maxInputTokens": 129024, "maxTokens": 8192, "maxOutputTokens": 8192,
        "thinking": "never", "tools": "plain", "structuredOutput": "object", "wire": "multimodal", "caching": "both",
        "notOn": ["media-standard-only"], "isHidden": true, "source": "console"
      },
      {
        "id": "qwq-plus", "family": "QwQ", "input": ["text"], "output": ["text"], "contextWindow": 131072,
        "maxInputTokens": 98304, "maxTokens": 8192, "maxOutputTokens": 8192, "thinking": "always-streamed",
        "thinkingBudget": 32768, "tools": "thinking-only", "structuredOutput": "none", "wire": "text-streamed",
        "caching": "none", "notOn": ["standard-only"], "isHidden": true, "source": "console"
      },
      {
        "id": "qvq-max", "family": "QVQ", "input": ["text", "image", "video"], "output": ["text"],
        "thinking": "always-streamed", "tools": "none", "structuredOutput": "none", "wire": "multimodal-streamed",
        "caching": "none", "notOn": ["standard-only"], "isHidden": true, "source": "behaviour"
      },
      {
        "id": "qwen3-omni-flash", "family": "Qwen Omni", "input": ["text", "image", "video", "audio"],
        "output": ["text", "audio"], "thinking": "hybrid-off-streamed", "tools": "hybrid",
        "structuredOutput": "object", "wire": "multimodal-streamed", "caching": "none", "notOn": ["standard-only"],
        "isHidden": true, "source": "behaviour"
      },
      {
        "id": "qwen-omni-turbo", "family": "Qwen Omni", "input": ["text", "image", "video", "audio"],
        "output": ["text", "audio"], "thinking": "never", "tools": "none", "structuredOutput": "none",
        "wire": "multimodal-streamed", "caching": "none", "notOn": ["standard-only"], "isHidden": true,
        "source": "behaviour"
      },
      {
        "id": "qwen3-235b-a22b", "family": "Qwen open source", "input": ["text"], "output": ["text"],
        "thinking": "hybrid-on-streamed", "tools": "hybrid", "structuredOutput": "object", "wire": "text-tags",
        "caching": "none", "notOn": ["standard-only"], "isHidden": true, "source": "behaviour"
      },
      {
        "id": "qwen3-32b", "family": "Qwen open source", "input": ["text"], "output": ["text"],
        "thinking": "hybrid-on-streamed", "tools": "hybrid", "structuredOutput": "object", "wire": "text-tags",
        "caching": "none", "notOn": ["standard-only"], "isHidden": true, "source": "behaviour"
      },
      {
        "id": "glm-4.6", "family": "GLM", "input": ["text"], "output": ["text"], "thinking": "hybrid-on",
        "thinkingBudget": 32768, "tools": "hybrid-pieces", "structuredOutput": "object", "wire": "string",
        "caching": "implicit", "notOn": ["standard-only"], "isHidden": true, "replacedBy": "glm-4.7",
        "source": "behaviour"
      },
      {
        "id": "glm-4.5", "family": "GLM", "input": ["text"], "output": ["text"], "thinking": "hybrid-on",
        "thinkingBudget": 32768, "tools": "hybrid", "structuredOutput": "object", "wire": "string",
        "caching": "implicit", "notOn": ["standard-only"], "isHidden": true, "replacedBy": "glm-4.7",
        "source": "behaviour"
      },
      {
        "id": "kimi-k2-thinking", "family": "Kimi", "input": ["text"], "output": ["text"], "thinking": "always",
        "tools": "thinking-only", "structuredOutput": "none", "wire": "text", "caching": "implicit",
        "notOn": ["standard-only"], "isHidden": true, "replacedBy": "kimi-k2.5", "source": "behaviour"
      },
      {
        "id": "deepseek-v3.1", "family": "DeepSeek", "input": ["text"], "output": ["text"], "thinking": "hybrid-off",
        "thinkingBudget": 32768, "tools": "not-while-thinking", "structuredOutput": "object",
        "wire": "text-total-clean", "caching": "implicit", "notOn": ["standard-only"], "isHidden": true,
        "replacedBy": "deepseek-v3.2", "source": "behaviour"
      },
      {
        "id": "deepseek-r1", "family": "DeepSeek", "input": ["text"], "output": ["text"], "thinking": "always",
        "tools": "thinking-only", "structuredOutput": "none", "wire": "text-total-clean", "caching": "implicit",
        "notOn": ["standard-only"], "isHidden": true, "replacedBy": "deepseek-v4-pro", "source": "behaviour"
      },
      {
        "id": "text-embedding-v4", "family": "Text Embedding", "input": ["text"], "output": ["embedding"],
        "contextWindow": 8192, "maxInputTokens": 8192, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {"batch": 10, "dimensions": [2048, 1536, 1024, 768, 512, 256, 128, 64]}, "notOn": ["no-vectors"], "source": "console"
      },
      {
        "id": "text-embedding-v3", "family": "Text Embedding", "input": ["text"], "output": ["embedding"],
        "contextWindow": 8192, "maxInputTokens": 8192, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {"batch": 10, "dimensions": [1024, 768, 512, 256, 128, 64]}, "notOn": ["no-vectors"], "source": "console"
      },
      {
        "id": "qwen3.7-text-embedding", "family": "Text Embedding", "input": ["text"], "output": ["embedding"],
        "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {"batch": 20, "dimensions": [2560, 2048, 1536, 1024, 768, 512, 256]},
        "notOn": ["no-vectors", "china-only"], "source": "docs"
      },
      {
        "id": "qwen3.7-text-embedding-flash", "family": "Text Embedding", "input": ["text"], "output": ["embedding"],
        "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {"batch": 20, "dimensions": [1024, 768, 512, 256]},
        "notOn": ["no-vectors", "china-only"], "source": "vectors"
      },
      {
        "id": "qwen3-vl-embedding", "family": "Qwen VL", "input": ["text", "image", "video"], "output": ["embedding"],
        "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {
          "batch": 20, "dimensions": [2560, 2048, 1536, 1024, 768, 512, 256], "isNative": true, "fusion": "parameter",
          "media": [{"kind": "image", "count": 5, "megabytes": 5, "inlined": true}, {"kind": "video", "count": 1, "megabytes": 50}]
        },
        "notOn": ["no-vectors", "china-only"], "source": "vectors"
      },
      {
        "id": "qwen2.5-vl-embedding", "family": "Qwen VL", "input": ["text", "image", "video"], "output": ["embedding"],
        "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {
          "batch": 3, "dimensions": [2048, 1024, 768, 512], "isNative": true, "fusion": "always",
          "media": [{"kind": "image", "count": 1, "megabytes": 5, "inlined": true}, {"kind": "video", "count": 1, "megabytes": 50}]
        },
        "notOn": ["no-vectors", "china-only"], "isHidden": true, "replacedBy": "qwen3-vl-embedding", "source": "vectors"
      },
      {
        "id": "tongyi-embedding-vision-plus-2026-03-06", "family": "Tongyi", "input": ["text", "image", "video"], "output": ["embedding"],
        "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {
          "batch": 20, "dimensions": [1152, 1024, 512, 256, 128, 64], "isNative": true, "fusion": "object",
          "media": [{"kind": "image", "count": 64, "megabytes": 5, "inlined": true}, {"kind": "video", "count": 8, "megabytes": 50}]
        },
        "notOn": ["no-vectors", "china-only"], "source": "vectors"
      },
      {
        "id": "tongyi-embedding-vision-flash-2026-03-06", "family": "Tongyi", "input": ["text", "image", "video"], "output": ["embedding"],
        "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {
          "batch": 20, "dimensions": [768, 512, 256, 128, 64], "isNative": true, "fusion": "object",
          "media": [{"kind": "image", "count": 64, "megabytes": 5, "inlined": true}, {"kind": "video", "count": 8, "megabytes": 50}]
        },
        "notOn": ["no-vectors", "china-only"], "source": "vectors"
      },
      {
        "id": "tongyi-embedding-vision-plus", "family": "Tongyi", "input": ["text", "image", "video"], "output": ["embedding"],
        "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {
          "batch": 20, "dimensions": [], "isNative": true, "fusion": "never",
          "media": [{"kind": "image", "count": 8, "megabytes": 3, "inlined": true}, {"kind": "video", "count": 1, "megabytes": 10}]
        },
        "notOn": ["no-vectors"], "source": "vectors"
      },
      {
        "id": "tongyi-embedding-vision-flash", "family": "Tongyi", "input": ["text", "image", "video"], "output": ["embedding"],
        "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {
          "batch": 20, "dimensions": [], "isNative": true, "fusion": "never",
          "media": [{"kind": "image", "count": 8, "megabytes": 3, "inlined": true}, {"kind": "video", "count": 1, "megabytes": 10}]
        },
        "notOn": ["no-vectors"], "source": "vectors"
      },
      {
        "id": "multimodal-embedding-v1", "family": "Tongyi", "input": ["text", "image", "video"], "output": ["embedding"],
        "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {
          "batch": 20, "dimensions": [], "isNative": true, "fusion": "never",
          "media": [{"kind": "image", "count": 1, "megabytes": 3, "inlined": true}, {"kind": "video", "count": 1, "megabytes": 10}]
        },
        "notOn": ["no-vectors", "china-only"], "isHidden": true, "replacedBy": "qwen3-vl-embedding", "source": "vectors"
      },
      {
        "id": "text-embedding-v2", "family": "Text Embedding", "input": ["text"], "output": ["embedding"],
        "contextWindow": 2048, "maxInputTokens": 2048, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {"batch": 25, "dimensions": []}, "notOn": ["no-vectors", "china-only"],
        "isHidden": true, "replacedBy": "text-embedding-v4", "source": "console"
      },
      {
        "id": "text-embedding-v1", "family": "Text Embedding", "input": ["text"], "output": ["embedding"],
        "contextWindow": 2048, "maxInputTokens": 2048, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "none", "caching": "none",
        "embedding": {"batch": 25, "dimensions": []}, "notOn": ["no-vectors", "china-only"],
        "isHidden": true, "replacedBy": "text-embedding-v4", "source": "console"
      },
      {
        "id": "qwen3-rerank", "family": "Qwen Rerank", "input": ["text"], "output": ["scores"], "contextWindow": 4000,
        "maxInputTokens": 4000, "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none",
        "caching": "none",
        "rerank": {"documents": 500, "isNative": false}, "notOn": ["no-vectors"], "source": "console"
      },
      {
        "id": "qwen3.7-text-rerank", "family": "Qwen Rerank", "input": ["text"], "output": ["scores"],
        "contextWindow": 30000, "maxInputTokens": 30000, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "none", "caching": "none",
        "rerank": {"documents": 500, "isNative": false}, "notOn": ["no-vectors", "china-only"], "source": "vectors"
      },
      {
        "id": "qwen3-vl-rerank", "family": "Qwen VL", "input": ["text", "image", "video"], "output": ["scores"],
        "contextWindow": 8000, "maxInputTokens": 8000, "thinking": "never", "tools": "none",
        "structuredOutput": "none", "wire": "none", "caching": "none",
        "rerank": {
          "documents": 100, "isNative": true,
          "media": [{"kind": "image", "count": 40, "inlined": true}, {"kind": "video", "count": 4}]
        },
        "notOn": ["no-vectors", "china-only"],
        "source": "console"
      },
      {
        "id": "gte-rerank-v2", "family": "GTE", "input": ["text"], "output": ["scores"], "contextWindow": 4000,
        "maxInputTokens": 4000, "thinking": "never", "tools": "none", "structuredOutput": "none", "wire": "none",
        "caching": "none",
        "rerank": {"documents": 500, "isNative": true}, "notOn": ["no-vectors", "china-only"], "isHidden": true, "replacedBy": "qwen3-rerank",
        "source": "console"
      }
    ],
    "qwen-token-plan": [
      {
        "id": "qwen3.7-plus", "family": "Qwen Plus", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "hybrid-on", "thinkingBudget": 262144, "tools": "hybrid-pieces",
        "structuredOutput": "schema", "wire": "multimodal-total", "caching": "both", "notOn": [], "source": "openclaw"
      },
      {
        "id": "qwen3.8-max", "family": "Qwen Max", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 131072,
        "maxOutputTokens": 131072, "thinking": "effort-forced-replayed", "tools": "thinking-only",
        "structuredOutput": "schema", "wire": "multimodal-total", "caching": "both", "notOn": [], "source": "openclaw"
      },
      {
        "id": "qwen3.8-flash", "family": "Qwen Flash", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 131072,
        "maxOutputTokens": 131072, "thinking": "effort-off-with-none", "tools": "hybrid",
        "structuredOutput": "schema", "wire": "multimodal-total", "caching": "both", "notOn": [], "source": "docs"
      },
      {
        "id": "qwen3.7-max", "family": "Qwen Max", "input": ["text"], "output": ["text"], "contextWindow": 1000000,
        "maxInputTokens": 991808, "maxTokens": 65536, "maxOutputTokens": 65536, "thinking": "hybrid-on",
        "thinkingBudget": 262144, "tools": "hybrid-pieces", "structuredOutput": "schema", "wire": "text-total",
        "caching": "both", "notOn": [], "source": "docs"
      },
      {
        "id": "qwen3.6-plus", "family": "Qwen Plus", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "hybrid-on", "thinkingBudget": 81920, "tools": "hybrid-pieces",
        "structuredOutput": "object", "wire": "multimodal-total", "caching": "both", "notOn": [], "source": "openclaw"
      },
      {
        "id": "qwen3.6-flash", "family": "Qwen Flash", "input": ["text", "image"], "alsoTakes": ["video"],
        "output": ["text"], "contextWindow": 1000000, "maxInputTokens": 991808, "maxTokens": 65536,
        "maxOutputTokens": 65536, "thinking": "hybrid-on", "thinkingBudget": 81920, "tools": "hybrid-pieces",
        "structuredOutput": "object", "wire": "multimodal-total", "caching": "both", "notOn": [], "source": "docs"
      },
      {
        "id": "kimi-k2.5", "family": "Kimi", "input": ["text", "image"], "alsoTakes": ["video"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 229376, "maxTokens": 98304, "maxOutputTokens": 16384,
        "thinking": "hybrid-off", "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "none",
        "wire": "multimodal", "caching": "both", "notOn": [], "source": "safe"
      },
      {
        "id": "kimi-k2.6", "family": "Kimi", "input": ["text", "image"], "alsoTakes": ["video"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 229376, "maxTokens": 16384, "maxOutputTokens": 16384,
        "thinking": "hybrid-off", "thinkingBudget": 81920, "tools": "hybrid", "structuredOutput": "none",
        "wire": "multimodal", "caching": "both", "notOn": [], "source": "docs"
      },
      {
        "id": "kimi-k2.7-code", "family": "Kimi", "input": ["text"], "output": ["text"], "thinking": "always",
        "tools": "thinking-only", "structuredOutput": "none", "wire": "multimodal", "caching": "implicit",
        "notOn": [], "source": "docs"
      },
      {
        "id": "glm-5", "family": "GLM", "input": ["text"], "output": ["text"], "contextWindow": 202752,
        "maxInputTokens": 169984, "maxTokens": 16384, "maxOutputTokens": 16384, "thinking": "hybrid-on",
        "thinkingBudget": 32768, "tools": "hybrid-pieces", "structuredOutput": "object", "wire": "string",
        "caching": "implicit", "notOn": [], "source": "openclaw"
      },
      {
        "id": "glm-5.1", "family": "GLM", "input": ["text"], "output": ["text"], "contextWindow": 202745,
        "maxInputTokens": 202745, "maxTokens": 131072, "maxOutputTokens": 131072, "thinking": "hybrid-on",
        "thinkingBudget": 131072, "tools": "hybrid-pieces", "structuredOutput": "object", "wire": "string",
        "caching": "both", "notOn": [], "source": "docs"
      },
      {
        "id": "glm-5.2", "family": "GLM", "input": ["text"], "output": ["text"], "contextWindow": 1048576,
        "maxTokens": 131072, "maxOutputTokens": 131072, "thinking": "hybrid-on-high-max", "tools": "hybrid-pieces",
        "structuredOutput": "object", "wire": "string", "caching": "implicit", "notOn": [], "source": "docs"
      },
      {
        "id": "MiniMax-M2.5", "family": "MiniMax", "input": ["text"], "output": ["text"], "contextWindow": 196608,
        "maxTokens": 32768, "maxOutputTokens": 32768, "thinking": "always", "tools": "thinking-only",
        "structuredOutput": "none", "wire": "text", "caching": "implicit", "notOn": [], "source": "openclaw"
      },
      {
        "id": "deepseek-v4-pro", "family": "DeepSeek", "input": ["text"], "output": ["text"],
        "contextWindow": 1000000, "maxInputTokens": 1000000, "maxTokens": 393216, "maxOutputTokens": 393216,
        "thinking": "toggle-high-max", "tools": "hybrid", "structuredOutput": "none", "wire": "text-total-clean",
        "caching": "implicit", "notOn": [], "source": "docs"
      },
      {
        "id": "deepseek-v4-flash", "family": "DeepSeek", "input": ["text"], "output": ["text"],
        "contextWindow": 1000000, "maxInputTokens": 1000000, "maxTokens": 393216, "maxOutputTokens": 393216,
        "thinking": "toggle-high-max", "tools": "hybrid", "structuredOutput": "none", "wire": "text-total-clean",
        "caching": "implicit", "notOn": [], "source": "docs"
      },
      {
        "id": "deepseek-v3.2", "family": "DeepSeek", "input": ["text"], "output": ["text"], "contextWindow": 131072,
        "maxInputTokens": 98304, "maxTokens": 65536, "maxOutputTokens": 65536, "thinking": "hybrid-off",
        "thinkingBudget": 32768, "tools": "hybrid", "structuredOutput": "object", "wire": "text-total-clean",
        "caching": "both", "notOn": [], "source": "docs"
      },
      {
        "id": "qwen3-coder-next", "family": "Qwen Coder", "input": ["text"], "output": ["text"],
        "contextWindow": 262144, "maxInputTokens": 204800, "maxTokens": 65536, "maxOutputTokens": 65536,
        "thinking": "never", "tools": "plain", "structuredOutput": "object", "wire": "text", "caching": "both",
        "notOn": [], "isHidden": true, "replacedBy": "qwen3.7-plus", "source": "openclaw"
      }
    ]
  }
}

"""#
        return text.withUTF8Buffer { Array($0) }
    }
    static var prices_json: [UInt8] {
        let text: StaticString = #"""
{
  "sources": {
    "cn": {
      "text": "official price list, China (Beijing): github.com/modelstudioai/skills model-pricing.md; 1K = 1,024, as its tiers of 166K and 198K equal the token limits of their models",
      "checked": "2026-05-30"
    },
    "cn-console": {
      "text": "console catalogue, China (Beijing): github.com/modelstudioai/skills models.jsonl",
      "checked": "2026-05-30"
    },
    "intl": {"text": "docs.qwencloud.com pricing", "checked": "2026-10-31"},
    "intl-third": {"text": "litellm price table, which cites alibabacloud.com and qwencloud.com", "checked": "2026-10-31"},
    "intl-cny": {
      "text": "official price list in CNY, Singapore: github.com/modelstudioai/skills model-pricing.md",
      "checked": "2026-05-30"
    }
  },
  "caches": {"implicit": {"read": "0.2"}, "both": {"read": "0.2", "explicitRead": "0.1", "write": "1.25"}},
  "prices": {
    "qwen": {
      "qwen3.5-plus": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 131072, "input": "0.8", "output": "4.8"},
            {"upToInputTokens": 262144, "input": "2", "output": "12"},
            {"input": "4", "output": "24"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"upToInputTokens": 262144, "input": "0.4", "output": "2.4"}, {"input": "0.5", "output": "3"}],
          "source": "intl"
        }
      ],
      "qwen3.6-plus": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [{"upToInputTokens": 262144, "input": "2", "output": "12"}, {"input": "8", "output": "48"}],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"upToInputTokens": 262144, "input": "0.5", "output": "3"}, {"input": "2", "output": "6"}],
          "source": "intl"
        }
      ],
      "qwen3-max-2026-01-23": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "2.5", "output": "10"},
            {"upToInputTokens": 131072, "input": "4", "output": "16"},
            {"input": "7", "output": "28"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "1.2", "output": "6"},
            {"upToInputTokens": 131072, "input": "2.4", "output": "12"},
            {"input": "3", "output": "15"}
          ],
          "source": "intl"
        }
      ],
      "qwen3-max": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "2.5", "output": "10"},
            {"upToInputTokens": 131072, "input": "4", "output": "16"},
            {"input": "7", "output": "28"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "1.2", "output": "6"},
            {"upToInputTokens": 131072, "input": "2.4", "output": "12"},
            {"input": "3", "output": "15"}
          ],
          "source": "intl"
        }
      ],
      "qwen3-coder-next": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "1", "output": "4"},
            {"upToInputTokens": 131072, "input": "1.5", "output": "6"},
            {"input": "2.5", "output": "10"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "0.3", "output": "1.5"},
            {"upToInputTokens": 131072, "input": "0.5", "output": "2.5"},
            {"input": "0.8", "output": "4"}
          ],
          "source": "intl"
        }
      ],
      "qwen3-coder-plus": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "4", "output": "16"},
            {"upToInputTokens": 131072, "input": "6", "output": "24"},
            {"upToInputTokens": 262144, "input": "10", "output": "40"},
            {"input": "20", "output": "200"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "1", "output": "5"},
            {"upToInputTokens": 131072, "input": "1.8", "output": "9"},
            {"upToInputTokens": 262144, "input": "3", "output": "15"},
            {"input": "6", "output": "60"}
          ],
          "source": "intl"
        }
      ],
      "MiniMax-M2.5": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "implicit",
          "tiers": [{"input": "2.1", "output": "8.4", "cacheRead": "0.42"}], "source": "cn"
        }
      ],
      "glm-5": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "implicit",
          "tiers": [{"upToInputTokens": 32768, "input": "4", "output": "18"}, {"input": "6", "output": "22"}],
          "source": "cn"
        }
      ],
      "glm-4.7": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "implicit",
          "tiers": [{"upToInputTokens": 32768, "input": "3", "output": "14"}, {"input": "4", "output": "16"}],
          "source": "cn"
        }
      ],
      "kimi-k2.5": [
        {
          "endpoints": ["standard-cn", "standard-us", "standard-eu"], "currency": "CNY", "cache": "both",
          "tiers": [{"input": "4", "output": "21", "cacheRead": "0.8", "explicitCacheRead": "0.4", "cacheWrite": "5"}],
          "source": "cn"
        }
      ],
      "qwen-vl-max-latest": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [{"input": "1.6", "output": "4", "cacheRead": "0.32"}], "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"input": "0.8", "output": "3.2"}], "source": "intl"
        }
      ],
      "qwen3.8-max": [
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"input": "2", "output": "6", "cacheRead": "0.25"}], "source": "intl"
        }
      ],
      "qwen3.8-flash": [
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"input": "0.15", "output": "0.47", "cacheRead": "0.016", "cacheWrite": "0.2"}],
          "source": "intl-third"
        }
      ],
      "qwen3.8-omni-flash": [
        {
          "endpoints": ["standard-intl"], "currency": "USD", "tiers": [{"input": "0.15", "output": "0.47"}],
          "source": "intl-third"
        }
      ],
      "qwen3.7-max": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [{"input": "12", "output": "36", "cacheRead": "2.4", "explicitCacheRead": "1.2", "cacheWrite": "15"}],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"input": "2.5", "output": "7.5", "cacheRead": "0.5", "explicitCacheRead": "0.25", "cacheWrite": "3.125"}],
          "source": "intl"
        }
      ],
      "qwen3.7-plus": [
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [
            {"upToInputTokens": 262144, "input": "0.4", "output": "1.6", "cacheRead": "0.08"},
            {"input": "1.2", "output": "4.8", "cacheRead": "0.24"}
          ],
          "source": "intl"
        }
      ],
      "qwen3.6-flash": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [{"upToInputTokens": 262144, "input": "1.2", "output": "7.2"}, {"input": "4.8", "output": "28.8"}],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"upToInputTokens": 262144, "input": "0.25", "output": "1.5"}, {"input": "1", "output": "4"}],
          "source": "intl"
        }
      ],
      "qwen3.5-flash": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 131072, "input": "0.2", "output": "2"},
            {"upToInputTokens": 262144, "input": "0.8", "output": "8"},
            {"input": "1.2", "output": "12"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"input": "0.1", "output": "0.4"}], "source": "intl"
        }
      ],
      "qwen3-coder-flash": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "1", "output": "4"},
            {"upToInputTokens": 131072, "input": "1.5", "output": "6"},
            {"upToInputTokens": 262144, "input": "2.5", "output": "10"},
            {"input": "5", "output": "25"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "0.3", "output": "1.5"},
            {"upToInputTokens": 131072, "input": "0.5", "output": "2.5"},
            {"upToInputTokens": 262144, "input": "0.8", "output": "4"},
            {"input": "1.6", "output": "9.6"}
          ],
          "source": "intl"
        }
      ],
      "qwen-plus": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 131072, "input": "0.8", "output": "2", "thinkingOutput": "8"},
            {"upToInputTokens": 262144, "input": "2.4", "output": "20", "thinkingOutput": "24"},
            {"input": "4.8", "output": "48", "thinkingOutput": "64"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [
            {"upToInputTokens": 262144, "input": "0.4", "output": "1.2", "thinkingOutput": "4"},
            {"input": "1.2", "output": "3.6", "thinkingOutput": "12"}
          ],
          "source": "intl"
        }
      ],
      "qwen-flash": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 131072, "input": "0.15", "output": "1.5"},
            {"upToInputTokens": 262144, "input": "0.6", "output": "6"},
            {"input": "1.2", "output": "12"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"upToInputTokens": 262144, "input": "0.05", "output": "0.4"}, {"input": "0.25", "output": "2"}],
          "source": "intl"
        }
      ],
      "qwen-turbo": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [{"input": "0.3", "output": "0.6", "thinkingOutput": "3"}], "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"input": "0.05", "output": "0.2", "thinkingOutput": "0.5"}], "source": "intl"
        }
      ],
      "qwen3-vl-plus": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "1", "output": "10"},
            {"upToInputTokens": 131072, "input": "1.5", "output": "15"},
            {"input": "3", "output": "30"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "0.2", "output": "1.6"},
            {"upToInputTokens": 131072, "input": "0.3", "output": "2.4"},
            {"input": "0.6", "output": "4.8"}
          ],
          "source": "intl"
        }
      ],
      "qwen3-vl-flash": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "0.15", "output": "1.5"},
            {"upToInputTokens": 131072, "input": "0.3", "output": "3"},
            {"input": "0.6", "output": "6"}
          ],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [
            {"upToInputTokens": 32768, "input": "0.05", "output": "0.4"},
            {"upToInputTokens": 131072, "input": "0.075", "output": "0.6"},
            {"input": "0.12", "output": "0.96"}
          ],
          "source": "intl"
        }
      ],
      "qwen-vl-plus": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [{"input": "0.8", "output": "2"}], "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"input": "0.21", "output": "0.63"}], "source": "intl"
        }
      ],
      "qwen3.5-omni-plus": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY",
          "tiers": [{"input": "7", "output": "40", "audioInput": "53", "audioOutput": "213"}], "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD",
          "tiers": [{"input": "1.4", "output": "8.3", "audioInput": "11", "audioOutput": "44"}], "source": "intl"
        }
      ],
      "qwen3.5-omni-flash": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY",
          "tiers": [{"input": "2.2", "output": "13.3", "audioInput": "18", "audioOutput": "72"}], "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD",
          "tiers": [{"input": "0.4", "output": "2.2", "audioInput": "3", "audioOutput": "11.9"}], "source": "intl"
        }
      ],
      "qwq-plus": [
        {"endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "1.6", "output": "4"}], "source": "cn"},
        {
          "endpoints": ["standard-intl"], "currency": "USD", "tiers": [{"input": "0.8", "output": "2.4"}],
          "source": "intl"
        }
      ],
      "deepseek-v4-pro": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "implicit",
          "tiers": [{"input": "12", "output": "24", "cacheRead": "1"}], "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "implicit",
          "tiers": [{"input": "2.4", "output": "4.8", "cacheRead": "0.2"}], "source": "intl"
        }
      ],
      "deepseek-v4-flash": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "implicit",
          "tiers": [{"input": "1", "output": "2", "cacheRead": "0.2"}], "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "implicit",
          "tiers": [{"input": "0.2", "output": "0.4", "cacheRead": "0.04"}], "source": "intl"
        }
      ],
      "deepseek-v3.2": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [{"input": "2", "output": "3", "cacheRead": "0.4", "explicitCacheRead": "0.2", "cacheWrite": "2.5"}],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"input": "0.57", "output": "1.71"}], "source": "intl"
        }
      ],
      "glm-5.1": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [{"upToInputTokens": 32768, "input": "6", "output": "24"}, {"input": "8", "output": "28"}],
          "source": "cn"
        },
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "both",
          "tiers": [{"input": "1.4", "output": "4.4", "cacheRead": "0.26"}], "source": "intl"
        }
      ],
      "glm-5.2": [
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "implicit",
          "tiers": [{"input": "1.4", "output": "4.4", "cacheRead": "0.28"}], "source": "intl-third"
        }
      ],
      "kimi-k2.6": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "cache": "both",
          "tiers": [{"input": "6.5", "output": "27", "cacheRead": "1.3", "explicitCacheRead": "0.65", "cacheWrite": "8.125"}],
          "source": "cn"
        }
      ],
      "kimi-k2.7-code": [
        {
          "endpoints": ["standard-intl"], "currency": "USD", "cache": "implicit",
          "tiers": [{"input": "0.95", "output": "4"}], "source": "intl"
        }
      ],
      "qwen-long": [{"endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.5", "output": "2"}], "source": "cn"}],
      "qwen-mt-plus": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "1.8", "output": "5.4"}],
          "source": "cn-console"
        },
        {
          "endpoints": ["standard-intl"], "currency": "CNY", "tiers": [{"input": "18.055", "output": "54.09"}],
          "source": "intl-cny"
        }
      ],
      "qwen-mt-flash": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.7", "output": "1.95"}],
          "source": "cn-console"
        },
        {
          "endpoints": ["standard-intl"], "currency": "CNY", "tiers": [{"input": "1.174", "output": "3.596"}],
          "source": "intl-cny"
        }
      ],
      "qwen-mt-lite": [
        {
          "endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.6", "output": "1.6"}],
          "source": "cn-console"
        },
        {
          "endpoints": ["standard-intl"], "currency": "CNY", "tiers": [{"input": "0.881", "output": "2.642"}],
          "source": "intl-cny"
        }
      ],
      "text-embedding-v4": [
        {"endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.5", "output": "0"}], "source": "cn"},
        {
          "endpoints": ["standard-intl"], "currency": "USD", "tiers": [{"input": "0.07", "output": "0"}],
          "source": "intl"
        }
      ],
      "text-embedding-v3": [{"endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.5", "output": "0"}], "source": "cn"}],
      "qwen3.7-text-embedding": [{"endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.5", "output": "0"}], "source": "cn"}],
      "text-embedding-v1": [{"endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.7", "output": "0"}], "source": "cn"}],
      "text-embedding-v2": [{"endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.7", "output": "0"}], "source": "cn"}],
      "qwen3-rerank": [
        {"endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.5", "output": "0"}], "source": "cn"},
        {
          "endpoints": ["standard-intl"], "currency": "USD", "tiers": [{"input": "0.10", "output": "0"}],
          "source": "intl"
        }
      ],
      "gte-rerank-v2": [{"endpoints": ["standard-cn"], "currency": "CNY", "tiers": [{"input": "0.8", "output": "0"}], "source": "cn"}]
    }
  }
}

"""#
        return text.withUTF8Buffer { Array($0) }
    }
    static var provider_json: [UInt8] {
        let text: StaticString = #"""
{
  "providers": [
    {
      "id": "qwen", "aliases": ["modelstudio", "qwencloud", "dashscope", "alibaba", "bailian"], "label": "Qwen Cloud",
      "hint": "Standard / Coding Plan (CN / Global) + multimodal roadmap",
      "documentation": "https://docs.qwencloud.com/", "keysPage": "https://home.qwencloud.com/api-keys",
      "environment": ["QWEN_API_KEY", "MODELSTUDIO_API_KEY", "DASHSCOPE_API_KEY"],
      "plans": [
        {
          "id": "standard", "label": "Standard (pay-as-you-go)", "isSubscription": false, "isInteractiveOnly": false,
          "keyPrefixes": ["sk-", "sk-ws-", "st-"], "windows": []
        },
        {
          "id": "coding", "label": "Coding Plan (subscription)", "isSubscription": true, "isInteractiveOnly": true,
          "keyPrefixes": ["sk-sp-"],
          "terms": "the Coding Plan is for interactive use in coding and agent tools by one person; scripts, application back ends and batch jobs can get the key suspended",
          "windows": [
            {
              "id": "five_hour", "label": "5 hours", "span": "rolling", "seconds": 18000, "unit": "requests", "limit": 6000,
              "source": "github.com/modelstudioai/skills coding-plan.md: Pro edition, China; the global plan is believed to have the same counts",
              "checked": "2026-05-30"
            },
            {
              "id": "week", "label": "week", "span": "week", "utcOffset": 28800, "unit": "requests", "limit": 45000,
              "source": "github.com/modelstudioai/skills coding-plan.md: Pro edition, China; the global plan is believed to have the same counts",
              "checked": "2026-05-30"
            },
            {
              "id": "month", "label": "month", "span": "month", "utcOffset": 28800, "unit": "requests", "limit": 90000,
              "source": "github.com/modelstudioai/skills coding-plan.md: Pro edition, China; the global plan is believed to have the same counts",
              "checked": "2026-05-30"
            }
          ]
        }
      ],
      "probes": {
        "listing": {
          "method": "GET", "path": "/models",
          "accepts": [
            {"status": 200, "codes": []}, {"status": 429, "codes": []}, {"status": 400, "codes": ["Arrearage"]}
          ],
          "refuses": [{"status": 401, "codes": []}, {"status": 403, "codes": []}]
        },
        "chat": {
          "method": "POST", "path": "/chat/completions", "body": "{\"model\":\"qwen3.5-plus\",\"messages\":[]}",
          "accepts": [
            {"status": 400, "codes": []}, {"status": 429, "codes": []},
            {"status": 403, "codes": ["Model.AccessDenied", "AccessDenied", "AccessDenied.Unpurchased", "access_denied"]},
            {"status": 404, "codes": ["model_not_found", "ModelNotFound"]}
          ],
          "refuses": [{"status": 401, "codes": []}, {"status": 403, "codes": []}]
        }
      },
      "endpoints": [
        {
          "id": "standard-intl", "plan": "standard", "region": "intl", "label": "Standard (Global)",
          "baseURL": "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
          "nativeURL": "https://dashscope-intl.aliyuncs.com/api/v1",
          "anthropicURL": "https://dashscope-intl.aliyuncs.com/apps/anthropic",
          "hosts": ["dashscope-intl.aliyuncs.com", "{workspace}.ap-southeast-1.maas.aliyuncs.com", "maas.qwencloudapi.com"],
          "excludedHosts": ["token-plan.ap-southeast-1.maas.aliyuncs.com"],
          "capabilities": [
            "chat", "responses", "anthropic", "models", "embeddings", "rerank", "images", "video", "speech",
            "transcription", "image-understanding", "video-understanding"
          ],
          "streamingUsage": true, "probe": "listing", "source": "github.com/modelstudioai/skills regions.md, get-api-key.md",
          "checked": "2026-10-31"
        },
        {
          "id": "standard-cn", "plan": "standard", "region": "cn", "label": "Standard (China)",
          "baseURL": "https://dashscope.aliyuncs.com/compatible-mode/v1",
          "nativeURL": "https://dashscope.aliyuncs.com/api/v1",
          "anthropicURL": "https://dashscope.aliyuncs.com/apps/anthropic",
          "hosts": ["dashscope.aliyuncs.com", "{workspace}.cn-beijing.maas.aliyuncs.com"],
          "excludedHosts": ["token-plan.cn-beijing.maas.aliyuncs.com"],
          "capabilities": [
            "chat", "responses", "anthropic", "models", "embeddings", "rerank", "images", "video", "speech",
            "transcription", "image-understanding", "video-understanding"
          ],
          "streamingUsage": true, "probe": "listing", "source": "github.com/modelstudioai/skills regions.md, get-api-key.md",
          "checked": "2026-10-31"
        },
        {
          "id": "coding-intl", "plan": "coding", "region": "intl", "label": "Coding Plan (Global)",
          "baseURL": "https://coding-intl.dashscope.aliyuncs.com/v1",
          "anthropicURL": "https://coding-intl.dashscope.aliyuncs.com/apps/anthropic",
          "hosts": ["coding-intl.dashscope.aliyuncs.com"], "excludedHosts": [], "capabilities": ["chat", "anthropic"],
          "streamingUsage": true, "probe": "chat",
          "source": "github.com/modelstudioai/skills coding-plan.md; github.com/QwenCloud/qwencloud-ai codingplan.md",
          "checked": "2026-05-30"
        },
        {
          "id": "coding-cn", "plan": "coding", "region": "cn", "label": "Coding Plan (China)",
          "baseURL": "https://coding.dashscope.aliyuncs.com/v1",
          "anthropicURL": "https://coding.dashscope.aliyuncs.com/apps/anthropic",
          "hosts": ["coding.dashscope.aliyuncs.com"], "excludedHosts": [], "capabilities": ["chat", "anthropic"],
          "streamingUsage": true, "probe": "chat",
          "source": "github.com/modelstudioai/skills coding-plan.md; github.com/QwenCloud/qwencloud-ai codingplan.md",
          "checked": "2026-05-30"
        },
        {
          "id": "standard-us", "plan": "standard", "region": "us", "label": "Standard (US, Virginia)",
          "baseURL": "https://dashscope-us.aliyuncs.com/compatible-mode/v1",
          "nativeURL": "https://dashscope-us.aliyuncs.com/api/v1",
          "anthropicURL": "https://dashscope-us.aliyuncs.com/apps/anthropic",
          "hosts": ["dashscope-us.aliyuncs.com", "{workspace}.us-east-1.maas.aliyuncs.com"], "excludedHosts": [],
          "capabilities": [
            "chat", "responses", "anthropic", "models", "images", "video", "transcription", "image-understanding",
            "video-understanding"
          ],
          "streamingUsage": true, "probe": "listing", "source": "github.com/modelstudioai/skills regions.md, get-api-key.md",
          "checked": "2026-10-31"
        },
        {
          "id": "standard-hk", "plan": "standard", "region": "hk", "label": "Standard (Hong Kong)",
          "baseURL": "https://cn-hongkong.dashscope.aliyuncs.com/compatible-mode/v1",
          "nativeURL": "https://cn-hongkong.dashscope.aliyuncs.com/api/v1",
          "anthropicURL": "https://cn-hongkong.dashscope.aliyuncs.com/apps/anthropic",
          "hosts": ["cn-hongkong.dashscope.aliyuncs.com", "{workspace}.cn-hongkong.maas.aliyuncs.com"],
          "excludedHosts": [],
          "capabilities": ["chat", "responses", "anthropic", "models", "image-understanding", "video-understanding"],
          "streamingUsage": true, "probe": "listing", "source": "PyPI dashscope 2.0.2; help.aliyun.com list-quotas",
          "checked": "2026-10-31"
        },
        {
          "id": "standard-eu", "plan": "standard", "region": "eu", "label": "Standard (EU, Frankfurt)",
          "baseURL": "https://{workspace}.eu-central-1.maas.aliyuncs.com/compatible-mode/v1",
          "nativeURL": "https://{workspace}.eu-central-1.maas.aliyuncs.com/api/v1",
          "anthropicURL": "https://{workspace}.eu-central-1.maas.aliyuncs.com/apps/anthropic",
          "hosts": ["{workspace}.eu-central-1.maas.aliyuncs.com"], "excludedHosts": [],
          "capabilities": [
            "chat", "responses", "anthropic", "models", "images", "video", "image-understanding",
            "video-understanding"
          ],
          "streamingUsage": true, "probe": "listing", "source": "github.com/modelstudioai/skills regions.md, get-api-key.md",
          "checked": "2026-10-31"
        },
        {
          "id": "standard-jp", "plan": "standard", "region": "jp", "label": "Standard (Japan, Tokyo)",
          "baseURL": "https://{workspace}.ap-northeast-1.maas.aliyuncs.com/compatible-mode/v1",
          "nativeURL": "https://{workspace}.ap-northeast-1.maas.aliyuncs.com/api/v1",
          "anthropicURL": "https://{workspace}.ap-northeast-1.maas.aliyuncs.com/apps/anthropic",
          "hosts": ["{workspace}.ap-northeast-1.maas.aliyuncs.com"], "excludedHosts": [],
          "capabilities": ["chat", "responses", "anthropic", "models", "image-understanding", "video-understanding"],
          "streamingUsage": true, "probe": "listing", "source": "PyPI dashscope 2.0.2; help.aliyun.com models", "checked": "2026-10-31"
        }
      ],
      "authChoices": [
        {
          "id": "qwen-standard-api-key-cn", "deprecatedIDs": ["modelstudio-standard-api-key-cn"],
          "method": "standard-api-key-cn", "endpoint": "standard-cn",
          "label": "Standard API Key for China (pay-as-you-go)", "hint": "Endpoint: dashscope.aliyuncs.com",
          "prompt": "Enter Qwen Cloud API key (China standard endpoint)",
          "keyFlag": "--modelstudio-standard-api-key-cn", "environment": "QWEN_API_KEY",
          "noteTitle": "Qwen Cloud Standard (China)",
          "note": [
            "Manage API keys: https://home.qwencloud.com/api-keys", "Docs: https://docs.qwencloud.com/",
            "Endpoint: dashscope.aliyuncs.com", "Models: qwen3.6-plus, qwen3.5-plus, qwen3-coder-plus, etc."
          ]
        },
        {
          "id": "qwen-standard-api-key", "deprecatedIDs": ["modelstudio-standard-api-key"],
          "method": "standard-api-key", "endpoint": "standard-intl",
          "label": "Standard API Key for Global/Intl (pay-as-you-go)",
          "hint": "Endpoint: dashscope-intl.aliyuncs.com",
          "prompt": "Enter Qwen Cloud API key (Global/Intl standard endpoint)",
          "keyFlag": "--modelstudio-standard-api-key", "environment": "QWEN_API_KEY",
          "noteTitle": "Qwen Cloud Standard (Global/Intl)",
          "note": [
            "Manage API keys: https://home.qwencloud.com/api-keys", "Docs: https://docs.qwencloud.com/",
            "Endpoint: dashscope-intl.aliyuncs.com", "Models: qwen3.6-plus, qwen3.5-plus, qwen3-coder-plus, etc."
          ]
        },
        {
          "id": "qwen-api-key-cn", "deprecatedIDs": ["modelstudio-api-key-cn"], "method": "api-key-cn",
          "endpoint": "coding-cn", "label": "Coding Plan API Key for China (subscription)",
          "hint": "Endpoint: coding.dashscope.aliyuncs.com", "prompt": "Enter Qwen Cloud Coding Plan API key (China)",
          "keyFlag": "--modelstudio-api-key-cn", "environment": "QWEN_API_KEY",
          "noteTitle": "Qwen Cloud Coding Plan (China)",
          "note": [
            "Manage API keys: https://home.qwencloud.com/api-keys", "Docs: https://docs.qwencloud.com/",
            "Endpoint: coding.dashscope.aliyuncs.com", "Models: qwen3.5-plus, glm-5, kimi-k2.5, MiniMax-M2.5, etc."
          ]
        },
        {
          "id": "qwen-api-key", "deprecatedIDs": ["modelstudio-api-key"], "method": "api-key",
          "endpoint": "coding-intl", "label": "Coding Plan API Key for Global/Intl (subscription)",
          "hint": "Endpoint: coding-intl.dashscope.aliyuncs.com",
          "prompt": "Enter Qwen Cloud Coding Plan API key (Global/Intl)", "keyFlag": "--modelstudio-api-key",
          "environment": "QWEN_API_KEY", "noteTitle": "Qwen Cloud Coding Plan (Global/Intl)",
          "note": [
            "Manage API keys: https://home.qwencloud.com/api-keys", "Docs: https://docs.qwencloud.com/",
            "Endpoint: coding-intl.dashscope.aliyuncs.com",
            "Models: qwen3.5-plus, glm-5, kimi-k2.5, MiniMax-M2.5, etc."
          ]
        }
      ],
      "retired": [
        {
          "ids": ["qwen-portal", "qwen-oauth", "qwen-cli"], "hosts": ["portal.qwen.ai"],
          "notice": "Qwen OAuth has been removed: the free-tier login (qwen-portal) that used portal.qwen.ai is no longer available",
          "hint": "openclaw onboard --auth-choice qwen-standard-api-key"
        }
      ],
      "defaults": {
        "chat": "qwen3.5-plus", "chatAlias": "Qwen", "imageUnderstanding": "qwen-vl-max-latest",
        "videoUnderstanding": "qwen-vl-max-latest", "video": "wan2.6-t2v",
        "image": "qwen-image-2.0", "embedding": "text-embedding-v4", "rerank": "qwen3-rerank"
      }
    },
    {
      "id": "qwen-token-plan", "aliases": ["bailian-token-plan"], "label": "Qwen Token Plan",
      "hint": "Token Plan (CN / Global)", "documentation": "https://docs.qwencloud.com/",
      "keysPage": "https://home.qwencloud.com/api-keys", "environment": ["QWEN_TOKEN_PLAN_API_KEY"],
      "plans": [
        {
          "id": "token-plan", "label": "Token Plan (subscription)", "isSubscription": true, "isInteractiveOnly": true,
          "keyPrefixes": ["sk-sp-"],
          "terms": "the Token Plan is for interactive use in coding and agent tools by one person; scripts, application back ends and batch jobs can get the key suspended",
          "windows": [
            {
              "id": "month", "label": "month", "span": "month", "utcOffset": 28800, "unit": "credits",
              "source": "github.com/modelstudioai/skills token-plan-overview.md; docs.qwencloud.com token-plan: the limit depends on edition and seats",
              "checked": "2026-10-31"
            }
          ]
        }
      ],
      "probes": {
        "chat": {
          "method": "POST", "path": "/chat/completions", "body": "{\"model\":\"qwen3.7-plus\",\"messages\":[]}",
          "accepts": [
            {"status": 400, "codes": []}, {"status": 429, "codes": []},
            {"status": 403, "codes": ["Model.AccessDenied", "AccessDenied", "AccessDenied.Unpurchased", "access_denied"]},
            {"status": 404, "codes": ["model_not_found", "ModelNotFound"]}
          ],
          "refuses": [{"status": 401, "codes": []}, {"status": 403, "codes": []}]
        }
      },
      "endpoints": [
        {
          "id": "token-plan-intl", "plan": "token-plan", "region": "intl", "label": "Token Plan (Global)",
          "baseURL": "https://token-plan.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1",
          "nativeURL": "https://token-plan.ap-southeast-1.maas.aliyuncs.com/api/v1",
          "anthropicURL": "https://token-plan.ap-southeast-1.maas.aliyuncs.com/apps/anthropic",
          "hosts": ["token-plan.ap-southeast-1.maas.aliyuncs.com", "token-plan.maas.qwencloudapi.com"],
          "excludedHosts": [],
          "capabilities": ["chat", "responses", "anthropic", "images", "video", "speech", "transcription"],
          "streamingUsage": true, "probe": "chat",
          "source": "github.com/modelstudioai/skills token-plan-overview.md; docs.qwencloud.com token-plan",
          "checked": "2026-10-31"
        },
        {
          "id": "token-plan-cn", "plan": "token-plan", "region": "cn", "label": "Token Plan (China)",
          "baseURL": "https://token-plan.cn-beijing.maas.aliyuncs.com/compatible-mode/v1",
          "nativeURL": "https://token-plan.cn-beijing.maas.aliyuncs.com/api/v1",
          "anthropicURL": "https://token-plan.cn-beijing.maas.aliyuncs.com/apps/anthropic",
          "hosts": ["token-plan.cn-beijing.maas.aliyuncs.com"], "excludedHosts": [],
          "capabilities": ["chat", "responses", "anthropic", "images", "video", "speech", "transcription"],
          "streamingUsage": true, "probe": "chat",
          "source": "github.com/modelstudioai/skills token-plan-overview.md; docs.qwencloud.com token-plan",
          "checked": "2026-10-31"
        }
      ],
      "authChoices": [
        {
          "id": "qwen-token-plan", "deprecatedIDs": [], "method": "api-key", "endpoint": "token-plan-intl",
          "label": "Qwen Token Plan (Global/Intl)", "hint": "Endpoint: token-plan.ap-southeast-1.maas.aliyuncs.com",
          "prompt": "Enter Qwen Token Plan API key (sk-sp-..., Global/Intl)", "keyFlag": "--qwen-token-plan-api-key",
          "environment": "QWEN_TOKEN_PLAN_API_KEY", "noteTitle": "Qwen Token Plan (Global/Intl)",
          "note": [
            "Manage API keys: https://home.qwencloud.com/api-keys", "Docs: https://docs.qwencloud.com/",
            "Endpoint: token-plan.ap-southeast-1.maas.aliyuncs.com",
            "Models: qwen3.7-plus, qwen3.8-max, kimi-k2.5, glm-5, etc."
          ]
        },
        {
          "id": "qwen-token-plan-cn", "deprecatedIDs": [], "method": "api-key-cn", "endpoint": "token-plan-cn",
          "label": "Qwen Token Plan (China)", "hint": "Endpoint: token-plan.cn-beijing.maas.aliyuncs.com",
          "prompt": "Enter Qwen Token Plan API key (sk-sp-..., China)", "keyFlag": "--qwen-token-plan-api-key-cn",
          "environment": "QWEN_TOKEN_PLAN_API_KEY", "noteTitle": "Qwen Token Plan (China)",
          "note": [
            "Manage API keys: https://home.qwencloud.com/api-keys", "Docs: https://docs.qwencloud.com/",
            "Endpoint: token-plan.cn-beijing.maas.aliyuncs.com",
            "Models: qwen3.7-plus, qwen3.8-max, kimi-k2.5, glm-5, etc."
          ]
        }
      ],
      "retired": [],
      "defaults": {
        "chat": "qwen3.7-plus", "chatAlias": "Qwen Token Plan", "video": "happyhorse-1.1-t2v", "image": "qwen-image-3.0-pro"
      }
    }
  ]
}

"""#
        return text.withUTF8Buffer { Array($0) }
    }
    static var speech_json: [UInt8] {
        let text: StaticString = #"""
{
  "sources": {
    "qwen-tts": {"text": "help.aliyun.com qwen-tts, qwen-tts-voice-list, non-realtime-tts user guide (2026-11)", "checked": "2026-11-01"},
    "synthesizer": {"text": "help.aliyun.com cosyvoice-tts-http-api, non-realtime-tts user guide; alibabacloud.com qwen-audio-tts-voice-list (2026-07)", "checked": "2026-11-01"},
    "cosyvoice": {"text": "help.aliyun.com cosyvoice-websocket-api, -client-events, -server-events, cosyvoice-voice-list (2026-11); the voices are a part of the list", "checked": "2026-11-01"},
    "asr": {"text": "help.aliyun.com qwen-asr-api-reference, non-realtime-speech-recognition user guide (2026-11)", "checked": "2026-11-01"},
    "tts-session": {"text": "help.aliyun.com qwen-tts-realtime-client-events, -server-events, realtime-tts user guide (2026-05); qwen-tts-voice-list (2026-11)", "checked": "2026-11-23"},
    "own-voices": {"text": "help.aliyun.com voice-clone-design-http-api, voice-design-api-references (2026-11); list of models and prices (2026-11)", "checked": "2026-11-23"},
    "asr-session": {"text": "help.aliyun.com qwen-asr-realtime-client-events, -server-events, -interaction-process (2026-11)", "checked": "2026-11-23"},
    "asr-task": {"text": "help.aliyun.com fun-asr-client-events, -server-events, real-time-speech-recognition user guide (2026-08); official Python package 2.0.2", "checked": "2026-11-23"},
    "partner": {"text": "help.aliyun.com non-realtime-tts user guide (2026-11)", "checked": "2026-11-01"},
    "files": {"text": "help.aliyun.com fun-asr and paraformer recorded-speech RESTful API, asr-model (2026-11)", "checked": "2026-11-01"},
    "prices": {"text": "Model Studio price list (2026-05)", "checked": "2026-05-30"}
  },
  "parameters": {
    "instructions": {"name": "instructions", "type": "text"},
    "optimize": {"name": "optimize_instructions", "type": "flag"},
    "rate": {"name": "rate", "type": "number", "range": [0.5, 2]},
    "pitch": {"name": "pitch", "type": "number", "range": [0.5, 2]},
    "volume": {"name": "volume", "type": "integer", "range": [0, 100]},
    "seed": {"name": "seed", "type": "integer", "range": [0, 65535]},
    "instruction": {"name": "instruction", "type": "text"},
    "bit-rate": {"name": "bit_rate", "type": "integer", "range": [6, 510]},
    "markdown": {"name": "enable_markdown_filter", "type": "flag"},
    "speech-rate": {"name": "speech_rate", "type": "number", "range": [0.5, 2]},
    "pitch-rate": {"name": "pitch_rate", "type": "number", "range": [0.5, 2]},
    "itn": {"name": "enable_itn", "type": "flag"},
    "language": {"name": "language", "type": "text"},
    "words": {"name": "enable_words", "type": "flag"},
    "channels": {"name": "channel_id", "type": "list"},
    "hints": {"name": "language_hints", "type": "list"},
    "diarization": {"name": "diarization_enabled", "type": "flag"},
    "speakers": {"name": "speaker_count", "type": "integer", "range": [2, 100]},
    "vocabulary": {"name": "vocabulary_id", "type": "text"},
    "filter": {"name": "special_word_filter", "type": "text"},
    "punctuation": {"name": "semantic_punctuation_enabled", "type": "flag"},
    "sentence-silence": {"name": "max_sentence_silence", "type": "integer", "range": [200, 6000]},
    "thresholds": {"name": "multi_threshold_mode_enabled", "type": "flag"},
    "noise": {"name": "speech_noise_threshold", "type": "number", "range": [-1, 1]},
    "vad-threshold": {"name": "threshold", "type": "number", "range": [-1, 1]},
    "vad-silence": {"name": "silence_duration_ms", "type": "integer", "range": [200, 6000]},
    "source-language": {"name": "source_language", "type": "text"},
    "transcribe": {"name": "transcription_enabled", "type": "flag", "initial": true},
    "disfluency": {"name": "disfluency_removal_enabled", "type": "flag"},
    "alignment": {"name": "timestamp_alignment_enabled", "type": "flag"}
  },
  "inputs": {
    "short": {"bytes": 10485760, "seconds": [0, 300], "inlined": true},
    "short-inline": {"bytes": 7000000, "seconds": [0, 300], "inlined": true, "uploaded": false},
    "long": {"bytes": 2147483648, "seconds": [0, 43200]},
    "voice-file": {"types": ["audio/wav", "audio/mpeg", "audio/mp4"], "bytes": 7000000, "seconds": [3, 60], "inlined": true, "uploaded": false},
    "voice-address": {"uploaded": false},
    "told-wave": {"types": ["audio/wav"], "uploaded": false},
    "told": {"types": ["audio/wav", "audio/mpeg", "audio/ogg", "audio/aac", "audio/amr"], "uploaded": false},
    "told-minute": {"types": ["audio/wav", "audio/mpeg", "audio/ogg", "audio/aac", "audio/amr"], "seconds": [0, 60], "uploaded": false}
  },
  "voices": {
    "own": [

    ],
    "qwen3": [
      {"name": "Cherry"},
      {"name": "Serena"},
      {"name": "Ethan"},
      {"name": "Chelsie"},
      {"name": "Momo"},
      {"name": "Vivian"},
      {"name": "Moon"},
      {"name": "Maia"},
      {"name": "Kai"},
      {"name": "Nofish"},
      {"name": "Bella"},
      {"name": "Jennifer"},
      {"name": "Ryan"},
      {"name": "Katerina"},
      {"name": "Aiden"},
      {"name": "Eldric Sage"},
      {"name": "Mia"},
      {"name": "Mochi"},
      {"name": "Bellona"},
      {"name": "Vincent"},
      {"name": "Bunny"},
      {"name": "Neil"},
      {"name": "Elias"},
      {"name": "Arthur"},
      {"name": "Nini"},
      {"name": "Seren"},
      {"name": "Pip"},
      {"name": "Stella"},
      {"name": "Bodega"},
      {"name": "Sonrisa"},
      {"name": "Alek"},
      {"name": "Dolce"},
      {"name": "Sohee"},
      {"name": "Ono Anna"},
      {"name": "Lenn"},
      {"name": "Emilien"},
      {"name": "Andre"},
      {"name": "Radio Gol"},
      {"name": "Jada", "note": "Shanghai dialect"},
      {"name": "Dylan", "note": "Beijing dialect"},
      {"name": "Li", "note": "Nanjing dialect"},
      {"name": "Marcus", "note": "Shaanxi dialect"},
      {"name": "Roy", "note": "Minnan dialect"},
      {"name": "Peter", "note": "Tianjin dialect"},
      {"name": "Sunny", "note": "Sichuan dialect"},
      {"name": "Eric", "note": "Sichuan dialect"},
      {"name": "Rocky", "note": "Cantonese dialect"},
      {"name": "Kiki", "note": "Cantonese dialect"}
    ],
    "september": [
      {"name": "Cherry"},
      {"name": "Ethan"},
      {"name": "Nofish"},
      {"name": "Jennifer"},
      {"name": "Ryan"},
      {"name": "Katerina"},
      {"name": "Elias"},
      {"name": "Jada", "note": "Shanghai dialect"},
      {"name": "Dylan", "note": "Beijing dialect"},
      {"name": "Li", "note": "Nanjing dialect"},
      {"name": "Marcus", "note": "Shaanxi dialect"},
      {"name": "Roy", "note": "Minnan dialect"},
      {"name": "Peter", "note": "Tianjin dialect"},
      {"name": "Sunny", "note": "Sichuan dialect"},
      {"name": "Eric", "note": "Sichuan dialect"},
      {"name": "Rocky", "note": "Cantonese dialect"},
      {"name": "Kiki", "note": "Cantonese dialect"}
    ],
    "instruct": [
      {"name": "Cherry"},
      {"name": "Serena"},
      {"name": "Ethan"},
      {"name": "Chelsie"},
      {"name": "Momo"},
      {"name": "Vivian"},
      {"name": "Moon"},
      {"name": "Maia"},
      {"name": "Kai"},
      {"name": "Nofish"},
      {"name": "Bella"},
      {"name": "Eldric Sage"},
      {"name": "Mia"},
      {"name": "Mochi"},
      {"name": "Bellona"},
      {"name": "Vincent"},
      {"name": "Bunny"},
      {"name": "Neil"},
      {"name": "Elias"},
      {"name": "Arthur"},
      {"name": "Nini"},
      {"name": "Seren"},
      {"name": "Pip"},
      {"name": "Stella"}
    ],
    "first": [
      {"name": "Cherry"},
      {"name": "Serena"},
      {"name": "Ethan"},
      {"name": "Chelsie"}
    ],
    "cosy-v3-flash": [
      {"name": "longanyang"},
      {"name": "longanhuan"},
      {"name": "longxiaochun_v3"},
      {"name": "longcheng_v3"},
      {"name": "longze_v3"},
      {"name": "longhua_v3"},
      {"name": "longtian_v3"},
      {"name": "longyan_v3"},
      {"name": "longshuo_v3"},
      {"name": "longwan_v3"},
      {"name": "longanyun_v3"},
      {"name": "longanwen_v3"},
      {"name": "longyumi_v3"}
    ],
    "cosy-v3-plus": [
      {"name": "longanyang"},
      {"name": "longanhuan"}
    ],
    "cosy-v2": [
      {"name": "longxiaochun_v2"},
      {"name": "longwan_v2"},
      {"name": "longcheng_v2"},
      {"name": "longshu_v2"},
      {"name": "longyue_v2"},
      {"name": "longyumi_v2"}
    ],
    "audio-plus": [
      {"name": "longanlingxin"},
      {"name": "longanlufeng"}
    ],
    "audio-flash": [
      {"name": "longanlingxin"},
      {"name": "longanlufeng"},
      {"name": "longanfengyue"}
    ]
  },
  "languages": {
    "qwen3": [
      {"code": "zh", "name": "Chinese"},
      {"code": "en", "name": "English"},
      {"code": "de", "name": "German"},
      {"code": "it", "name": "Italian"},
      {"code": "pt", "name": "Portuguese"},
      {"code": "es", "name": "Spanish"},
      {"code": "ja", "name": "Japanese"},
      {"code": "ko", "name": "Korean"},
      {"code": "fr", "name": "French"},
      {"code": "ru", "name": "Russian"}
    ],
    "cosy": [
      {"code": "zh", "name": "zh"},
      {"code": "en", "name": "en"},
      {"code": "ja", "name": "ja"},
      {"code": "ko", "name": "ko"},
      {"code": "de", "name": "de"},
      {"code": "fr", "name": "fr"},
      {"code": "es", "name": "es"},
      {"code": "it", "name": "it"},
      {"code": "ru", "name": "ru"}
    ]
  },
  "codes": {
    "asr": {"codes": ["zh", "yue", "en", "ja", "de", "ko", "ru", "fr", "pt", "ar", "it", "es", "hi", "id", "th", "tr", "uk", "vi", "cs", "da", "fil", "fi", "is", "ms", "no", "pl", "sv"]}
  },
  "prices": {
    "qwen3-tts": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "character", "amount": "0.8", "quantity": 10000},
      {"endpoints": ["standard-intl"], "currency": "CNY", "unit": "character", "amount": "0.7339", "quantity": 10000}
    ],
    "qwen3-tts-instruct": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "character", "amount": "0.8", "quantity": 10000},
      {"endpoints": ["standard-intl"], "currency": "CNY", "unit": "character", "amount": "0.8", "quantity": 10000}
    ],
    "cosyvoice-v3-flash": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "character", "amount": "1", "quantity": 10000},
      {"endpoints": ["standard-intl"], "currency": "CNY", "unit": "character", "amount": "0.9541", "quantity": 10000}
    ],
    "cosyvoice-v3-plus": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "character", "amount": "2", "quantity": 10000},
      {"endpoints": ["standard-intl"], "currency": "CNY", "unit": "character", "amount": "1.9082", "quantity": 10000}
    ],
    "cosyvoice-v2": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "character", "amount": "2", "quantity": 10000}
    ],
    "qwen3-tts-session": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "character", "amount": "1", "quantity": 10000},
      {"endpoints": ["standard-intl"], "currency": "CNY", "unit": "character", "amount": "0.9541", "quantity": 10000}
    ],
    "qwen3-tts-instruct-session": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "character", "amount": "1", "quantity": 10000},
      {"endpoints": ["standard-intl"], "currency": "CNY", "unit": "character", "amount": "1", "quantity": 10000}
    ],
    "cosyvoice-v3.5-plus": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "character", "amount": "1.5", "quantity": 10000}
    ],
    "cosyvoice-v3.5-flash": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "character", "amount": "0.8", "quantity": 10000}
    ],
    "voice-copy": [
      {"endpoints": ["standard-intl", "standard-cn"], "currency": "CNY", "unit": "voice", "amount": "0.01", "quantity": 1}
    ],
    "voice-design": [
      {"endpoints": ["standard-intl", "standard-cn"], "currency": "CNY", "unit": "voice", "amount": "0.2", "quantity": 1}
    ],
    "unknown": [

    ],
    "recognition": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "amount": "0.00022", "quantity": 1},
      {"endpoints": ["standard-intl"], "currency": "CNY", "unit": "second", "amount": "0.00026", "quantity": 1}
    ],
    "recognition-told": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "amount": "0.00033", "quantity": 1},
      {"endpoints": ["standard-intl"], "currency": "CNY", "unit": "second", "amount": "0.00066", "quantity": 1}
    ],
    "paraformer-told": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "amount": "0.00024", "quantity": 1}
    ],
    "recognition-us": [
      {"endpoints": ["standard-us"], "currency": "USD", "unit": "second", "amount": "0.000035", "quantity": 1}
    ],
    "paraformer": [
      {"endpoints": ["standard-cn"], "currency": "CNY", "unit": "second", "amount": "0.00008", "quantity": 1}
    ]
  },
  "speech": {
    "qwen": [
      {"ids": ["qwen3-tts-flash", "qwen3-tts-flash-2025-11-27"], "wire": "message", "voices": "qwen3", "initialVoice": "Cherry", "languages": "qwen3", "formats": ["wav", "pcm"], "sampleRates": [24000], "initialSampleRate": 24000, "requestLimit": 600, "parameters": [], "wishes": {}, "prices": "qwen3-tts", "endpoints": ["standard-intl", "standard-cn"], "source": "qwen-tts"},
      {"ids": ["qwen3-tts-instruct-flash", "qwen3-tts-instruct-flash-2026-01-26"], "wire": "message", "voices": "instruct", "initialVoice": "Cherry", "languages": "qwen3", "formats": ["wav", "pcm"], "sampleRates": [24000], "initialSampleRate": 24000, "requestLimit": 600, "parameters": ["instructions", "optimize"], "wishes": {"instructions": "instructions"}, "prices": "qwen3-tts-instruct", "endpoints": ["standard-intl", "standard-cn"], "source": "qwen-tts"},
      {"ids": ["qwen3-tts-flash-2025-09-18"], "wire": "message", "voices": "september", "initialVoice": "Cherry", "languages": "qwen3", "formats": ["wav", "pcm"], "sampleRates": [24000], "initialSampleRate": 24000, "requestLimit": 600, "parameters": [], "wishes": {}, "prices": "qwen3-tts", "endpoints": ["standard-intl", "standard-cn"], "source": "qwen-tts"},
      {"ids": ["cosyvoice-v3-flash"], "wire": "socket", "voices": "cosy-v3-flash", "otherVoices": true, "initialVoice": "longanyang", "languages": "cosy", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 22050, 24000, 44100, 48000], "initialSampleRate": 24000, "requestLimit": 200000, "messageLimit": 2000, "hanWeight": 2, "parameters": ["rate", "pitch", "volume", "seed", "instruction", "bit-rate", "markdown"], "wishes": {"speed": "rate", "pitch": "pitch", "volume": "volume", "instructions": "instruction"}, "prices": "cosyvoice-v3-flash", "endpoints": ["standard-intl", "standard-cn"], "source": "cosyvoice"},
      {"ids": ["cosyvoice-v3-plus"], "wire": "socket", "voices": "cosy-v3-plus", "otherVoices": true, "initialVoice": "longanyang", "languages": "cosy", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 22050, 24000, 44100, 48000], "initialSampleRate": 24000, "requestLimit": 200000, "messageLimit": 2000, "hanWeight": 2, "parameters": ["rate", "pitch", "volume", "seed", "instruction", "bit-rate", "markdown"], "wishes": {"speed": "rate", "pitch": "pitch", "volume": "volume", "instructions": "instruction"}, "prices": "cosyvoice-v3-plus", "endpoints": ["standard-intl", "standard-cn"], "source": "cosyvoice"},
      {"ids": ["cosyvoice-v2"], "wire": "socket", "voices": "cosy-v2", "otherVoices": true, "initialVoice": "longxiaochun_v2", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 22050, 24000, 44100, 48000], "initialSampleRate": 24000, "requestLimit": 200000, "messageLimit": 2000, "hanWeight": 2, "parameters": ["rate", "pitch", "volume", "seed", "instruction", "bit-rate", "markdown"], "wishes": {"speed": "rate", "pitch": "pitch", "volume": "volume", "instructions": "instruction"}, "prices": "cosyvoice-v2", "endpoints": ["standard-cn"], "source": "cosyvoice"},
      {"ids": ["qwen-audio-3.0-tts-plus"], "wire": "synthesizer", "voices": "audio-plus", "otherVoices": true, "initialVoice": "longanlingxin", "languages": "cosy", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 22050, 24000, 44100, 48000], "initialSampleRate": 24000, "requestLimit": 2000, "hanWeight": 2, "parameters": ["rate", "pitch", "volume", "seed", "instruction", "bit-rate", "markdown"], "wishes": {"speed": "rate", "pitch": "pitch", "volume": "volume", "instructions": "instruction"}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "synthesizer"},
      {"ids": ["qwen-audio-3.0-tts-flash"], "wire": "synthesizer", "voices": "audio-flash", "otherVoices": true, "initialVoice": "longanlingxin", "languages": "cosy", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 22050, 24000, 44100, 48000], "initialSampleRate": 24000, "requestLimit": 2000, "hanWeight": 2, "parameters": ["rate", "pitch", "volume", "seed", "instruction", "bit-rate", "markdown"], "wishes": {"speed": "rate", "pitch": "pitch", "volume": "volume", "instructions": "instruction"}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "synthesizer"},
      {"ids": ["qwen-tts"], "wire": "message", "voices": "first", "initialVoice": "Cherry", "formats": ["wav", "pcm"], "sampleRates": [24000], "initialSampleRate": 24000, "requestLimit": 500, "parameters": [], "wishes": {}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "qwen-tts", "retires": "2026-10-10"},
      {"ids": ["qwen-tts-latest"], "wire": "message", "voices": "first", "otherVoices": true, "initialVoice": "Cherry", "formats": ["wav", "pcm"], "sampleRates": [24000], "initialSampleRate": 24000, "requestLimit": 500, "parameters": [], "wishes": {}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "qwen-tts", "retires": "2026-10-10", "unsure": ["it may have voices of dialects beside the listed ones"]},
      {"ids": ["qwen3-tts-vc-2026-01-22", "qwen3-tts-vd-2026-01-26"], "wire": "message", "voices": "own", "otherVoices": true, "languages": "qwen3", "formats": ["wav", "pcm"], "sampleRates": [24000], "initialSampleRate": 24000, "requestLimit": 600, "parameters": [], "wishes": {}, "prices": "qwen3-tts-instruct", "endpoints": ["standard-intl", "standard-cn"], "source": "own-voices"},
      {"ids": ["cosyvoice-v3.5-plus"], "wire": "socket", "voices": "own", "otherVoices": true, "languages": "cosy", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 22050, 24000, 44100, 48000], "initialSampleRate": 24000, "requestLimit": 200000, "messageLimit": 2000, "hanWeight": 2, "parameters": ["rate", "pitch", "volume", "seed", "instruction", "bit-rate", "markdown"], "wishes": {"speed": "rate", "pitch": "pitch", "volume": "volume", "instructions": "instruction"}, "prices": "cosyvoice-v3.5-plus", "endpoints": ["standard-cn"], "source": "cosyvoice"},
      {"ids": ["cosyvoice-v3.5-flash"], "wire": "socket", "voices": "own", "otherVoices": true, "languages": "cosy", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 22050, 24000, 44100, 48000], "initialSampleRate": 24000, "requestLimit": 200000, "messageLimit": 2000, "hanWeight": 2, "parameters": ["rate", "pitch", "volume", "seed", "instruction", "bit-rate", "markdown"], "wishes": {"speed": "rate", "pitch": "pitch", "volume": "volume", "instructions": "instruction"}, "prices": "cosyvoice-v3.5-flash", "endpoints": ["standard-cn"], "source": "cosyvoice"},
      {"ids": ["qwen-audio-3.1-tts-flash"], "wire": "synthesizer", "voices": "own", "otherVoices": true, "languages": "cosy", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 22050, 24000, 44100, 48000], "initialSampleRate": 24000, "requestLimit": 2000, "hanWeight": 2, "parameters": ["rate", "pitch", "volume", "seed", "instruction", "bit-rate", "markdown"], "wishes": {"speed": "rate", "pitch": "pitch", "volume": "volume", "instructions": "instruction"}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "synthesizer", "unsure": ["which voices it has is not documented; one has to be named"]},
      {"ids": ["qwen3-tts-flash-realtime", "qwen3-tts-flash-realtime-2025-11-27"], "wire": "session", "voices": "qwen3", "initialVoice": "Cherry", "languages": "qwen3", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 24000, 48000], "initialSampleRate": 24000, "requestLimit": 600, "messageLimit": 600, "parameters": ["speech-rate", "pitch-rate", "volume", "bit-rate"], "wishes": {"speed": "speech_rate", "pitch": "pitch_rate", "volume": "volume"}, "prices": "qwen3-tts-session", "endpoints": ["standard-intl", "standard-cn"], "source": "tts-session", "unsure": ["how much text a session takes is not documented; 600 characters are sent to one, as to the models over HTTP"]},
      {"ids": ["qwen3-tts-flash-realtime-2025-09-18"], "wire": "session", "voices": "september", "initialVoice": "Cherry", "languages": "qwen3", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 24000, 48000], "initialSampleRate": 24000, "requestLimit": 600, "messageLimit": 600, "parameters": ["speech-rate", "pitch-rate", "volume", "bit-rate"], "wishes": {"speed": "speech_rate", "pitch": "pitch_rate", "volume": "volume"}, "prices": "qwen3-tts-session", "endpoints": ["standard-intl", "standard-cn"], "source": "tts-session", "unsure": ["how much text a session takes is not documented; 600 characters are sent to one, as to the models over HTTP"]},
      {"ids": ["qwen3-tts-instruct-flash-realtime", "qwen3-tts-instruct-flash-realtime-2026-01-22"], "wire": "session", "voices": "instruct", "initialVoice": "Cherry", "languages": "qwen3", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 24000, 48000], "initialSampleRate": 24000, "requestLimit": 600, "messageLimit": 600, "parameters": ["speech-rate", "pitch-rate", "volume", "bit-rate", "instructions", "optimize"], "wishes": {"speed": "speech_rate", "pitch": "pitch_rate", "volume": "volume", "instructions": "instructions"}, "prices": "qwen3-tts-instruct-session", "endpoints": ["standard-intl", "standard-cn"], "source": "tts-session", "unsure": ["how much text a session takes is not documented; 600 characters are sent to one, as to the models over HTTP"]},
      {"ids": ["qwen3-tts-vc-realtime-2026-01-15", "qwen3-tts-vc-realtime-2025-11-27", "qwen3-tts-vd-realtime-2026-01-15", "qwen3-tts-vd-realtime-2025-12-16"], "wire": "session", "voices": "own", "otherVoices": true, "languages": "qwen3", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 24000, 48000], "initialSampleRate": 24000, "requestLimit": 600, "messageLimit": 600, "parameters": ["speech-rate", "pitch-rate", "volume", "bit-rate"], "wishes": {"speed": "speech_rate", "pitch": "pitch_rate", "volume": "volume"}, "prices": "qwen3-tts-session", "endpoints": ["standard-intl", "standard-cn"], "source": "tts-session", "unsure": ["how much text a session takes is not documented; 600 characters are sent to one, as to the models over HTTP"]},
      {"ids": ["qwen-tts-realtime", "qwen-tts-realtime-latest"], "wire": "session", "voices": "first", "initialVoice": "Cherry", "formats": ["wav", "pcm"], "sampleRates": [24000], "initialSampleRate": 24000, "requestLimit": 600, "messageLimit": 600, "parameters": [], "wishes": {}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "tts-session", "retires": "2026-10-10", "unsure": ["how much text a session takes is not documented; 600 characters are sent to one, as to the models over HTTP"]},
      {"ids": ["MiniMax/speech-2.8-hd", "MiniMax/speech-2.8-turbo"], "wire": "message", "voices": "own", "otherVoices": true, "formats": ["wav"], "sampleRates": [24000], "initialSampleRate": 24000, "requestLimit": 600, "parameters": [], "wishes": {}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "partner", "refusal": "it takes a body of its own on the same path, which is not documented where we could read it"}
    ],
    "qwen-token-plan": [
      {"ids": ["qwen-audio-3.0-tts-plus"], "wire": "synthesizer", "voices": "audio-plus", "otherVoices": true, "initialVoice": "longanlingxin", "languages": "cosy", "formats": ["wav", "pcm", "mp3", "opus"], "sampleRates": [8000, 16000, 22050, 24000, 44100, 48000], "initialSampleRate": 24000, "requestLimit": 2000, "hanWeight": 2, "parameters": ["rate", "pitch", "volume", "seed", "instruction", "bit-rate", "markdown"], "wishes": {"speed": "rate", "pitch": "pitch", "volume": "volume", "instructions": "instruction"}, "prices": "unknown", "endpoints": ["token-plan-intl", "token-plan-cn"], "source": "synthesizer"}
    ]
  },
  "transcription": {
    "qwen": [
      {"ids": ["qwen3-asr-flash", "qwen3-asr-flash-2026-02-10", "qwen3-asr-flash-2025-09-08"], "wire": "message", "isTask": false, "input": "short", "languages": "asr", "prompt": true, "parameters": ["itn", "language"], "wishes": {"language": "language"}, "prices": "recognition", "endpoints": ["standard-intl", "standard-cn"], "source": "asr"},
      {"ids": ["qwen3-asr-flash-us"], "wire": "message", "isTask": false, "input": "short", "languages": "asr", "prompt": true, "parameters": ["itn", "language"], "wishes": {"language": "language"}, "prices": "recognition-us", "endpoints": ["standard-us"], "source": "asr"},
      {"ids": ["qwen3-asr-flash-filetrans", "qwen3-asr-flash-filetrans-2025-11-17"], "wire": "file", "isTask": true, "input": "long", "languages": "asr", "times": true, "parameters": ["channels", "language", "itn", "words"], "wishes": {"language": "language", "words": "enable_words"}, "prices": "recognition", "endpoints": ["standard-intl", "standard-cn"], "source": "asr"},
      {"ids": ["fun-asr", "fun-asr-2025-11-07", "fun-asr-2025-08-25", "fun-asr-mtl", "fun-asr-mtl-2025-08-25"], "wire": "files", "isTask": true, "input": "long", "times": true, "speakers": true, "parameters": ["channels", "hints", "diarization", "speakers", "vocabulary", "filter"], "wishes": {"language": "language_hints", "speakers": "diarization_enabled", "speakerCount": "speaker_count"}, "prices": "recognition", "endpoints": ["standard-intl", "standard-cn"], "source": "files"},
      {"ids": ["qwen-audio-3.0-asr-flash-filetrans"], "wire": "files", "isTask": true, "input": "long", "times": true, "speakers": true, "parameters": ["channels", "hints", "diarization", "speakers", "vocabulary", "filter"], "wishes": {"language": "language_hints", "speakers": "diarization_enabled", "speakerCount": "speaker_count"}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "files"},
      {"ids": ["paraformer-v2"], "wire": "files", "isTask": true, "input": "long", "times": true, "speakers": true, "parameters": ["channels", "hints", "diarization", "speakers", "vocabulary", "filter", "disfluency", "alignment"], "wishes": {"language": "language_hints", "speakers": "diarization_enabled", "speakerCount": "speaker_count"}, "prices": "paraformer", "endpoints": ["standard-cn"], "source": "files", "retires": "2026-10-10"},
      {"ids": ["paraformer-8k-v2", "paraformer-v1", "paraformer-mtl-v1"], "wire": "files", "isTask": true, "input": "long", "times": true, "speakers": true, "parameters": ["channels", "diarization", "speakers", "filter", "disfluency", "alignment"], "wishes": {"speakers": "diarization_enabled", "speakerCount": "speaker_count"}, "prices": "paraformer", "endpoints": ["standard-cn"], "source": "files", "retires": "2026-10-10"},
      {"ids": ["qwen-audio-3.0-asr-flash", "fun-asr-flash"], "wire": "sound", "isTask": false, "input": "short-inline", "parameters": [], "wishes": {}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "asr"},
      {"ids": ["qwen3-asr-flash-realtime", "qwen3-asr-flash-realtime-2026-02-10", "qwen3-asr-flash-realtime-2025-10-27"], "wire": "session", "isTask": false, "input": "told-wave", "languages": "asr", "times": true, "words": false, "prompt": true, "parameters": ["language", "vad-threshold", "vad-silence"], "wishes": {"language": "language"}, "prices": "recognition-told", "endpoints": ["standard-intl", "standard-cn"], "source": "asr-session", "sampleRate": 16000, "pace": 1, "unsure": ["how fast a recording may be told is not documented; it is told as fast as it was spoken", "words that occur are told as the official package tells them; the pages do not mention it"]},
      {"ids": ["fun-asr-realtime", "fun-asr-realtime-2025-11-07", "fun-asr-realtime-2025-09-15"], "wire": "socket", "isTask": false, "input": "told", "prices": "recognition-told", "endpoints": ["standard-intl", "standard-cn"], "sampleRate": 16000, "times": true, "parameters": ["hints", "vocabulary", "punctuation", "sentence-silence", "thresholds", "noise"], "wishes": {"language": "language_hints"}, "source": "asr-task", "pace": 10, "unsure": ["how fast a recording may be told is not documented; it is told ten times as fast as it was spoken, and the official package does not wait at all"]},
      {"ids": ["fun-asr-flash-8k-realtime"], "wire": "socket", "isTask": false, "input": "told", "prices": "unknown", "endpoints": ["standard-cn"], "sampleRate": 8000, "times": true, "parameters": ["hints", "vocabulary", "punctuation", "sentence-silence", "thresholds", "noise"], "wishes": {"language": "language_hints"}, "source": "asr-task", "pace": 10, "unsure": ["how fast a recording may be told is not documented; it is told ten times as fast as it was spoken, and the official package does not wait at all"]},
      {"ids": ["qwen-audio-3.0-asr-flash-streaming"], "wire": "socket", "isTask": false, "input": "told", "prices": "unknown", "endpoints": ["standard-intl", "standard-cn"], "sampleRate": 16000, "times": true, "parameters": ["hints"], "wishes": {"language": "language_hints"}, "source": "asr-task", "pace": 10, "unsure": ["how fast a recording may be told is not documented; it is told ten times as fast as it was spoken, and the official package does not wait at all", "it is taken to speak the protocol of fun-asr-realtime, as the user guide shows it; other parameters are not documented"]},
      {"ids": ["paraformer-realtime-v2"], "wire": "socket", "isTask": false, "input": "told", "prices": "paraformer-told", "endpoints": ["standard-cn"], "sampleRate": 16000, "retires": "2026-10-10", "times": true, "parameters": ["hints", "vocabulary", "punctuation", "sentence-silence", "thresholds", "noise"], "wishes": {"language": "language_hints"}, "source": "asr-task", "pace": 10, "unsure": ["how fast a recording may be told is not documented; it is told ten times as fast as it was spoken, and the official package does not wait at all"]},
      {"ids": ["paraformer-realtime-v1"], "wire": "socket", "isTask": false, "input": "told", "prices": "unknown", "endpoints": ["standard-cn"], "sampleRate": 16000, "retires": "2026-10-10", "times": true, "parameters": ["vocabulary", "punctuation", "sentence-silence", "thresholds", "noise"], "wishes": {}, "source": "asr-task", "pace": 10, "unsure": ["how fast a recording may be told is not documented; it is told ten times as fast as it was spoken, and the official package does not wait at all"]},
      {"ids": ["paraformer-realtime-8k-v2", "paraformer-realtime-8k-v1"], "wire": "socket", "isTask": false, "input": "told", "prices": "unknown", "endpoints": ["standard-cn"], "sampleRate": 8000, "retires": "2026-10-10", "times": true, "parameters": ["vocabulary", "punctuation", "sentence-silence", "thresholds", "noise"], "wishes": {}, "source": "asr-task", "pace": 10, "unsure": ["how fast a recording may be told is not documented; it is told ten times as fast as it was spoken, and the official package does not wait at all"]},
      {"ids": ["gummy-realtime-v1"], "wire": "socket", "isTask": false, "input": "told", "times": true, "parameters": ["transcribe", "source-language", "vocabulary"], "wishes": {"language": "source_language"}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "asr-task", "sampleRate": 16000, "pace": 10, "retires": "2026-10-10", "unsure": ["how fast a recording may be told is not documented; it is told ten times as fast as it was spoken, and the official package does not wait at all"]},
      {"ids": ["gummy-chat-v1"], "wire": "socket", "isTask": false, "input": "told-minute", "times": true, "parameters": ["transcribe", "source-language", "vocabulary"], "wishes": {"language": "source_language"}, "prices": "unknown", "endpoints": ["standard-cn"], "source": "asr-task", "sampleRate": 16000, "pace": 10, "retires": "2026-10-10", "unsure": ["how fast a recording may be told is not documented; it is told ten times as fast as it was spoken, and the official package does not wait at all", "it ends with the first sentence"]}
    ],
    "qwen-token-plan": [
      {"ids": ["qwen-audio-3.0-asr-flash"], "wire": "sound", "isTask": false, "input": "short-inline", "parameters": [], "wishes": {}, "prices": "unknown", "endpoints": ["token-plan-intl", "token-plan-cn"], "source": "asr"}
    ]
  },
  "voiceMakers": {
    "qwen": [
      {"maker": "qwen-voice-enrollment", "wire": "direct", "origin": "recording", "targets": ["qwen3-tts-vc-2026-01-22", "qwen3-tts-vc-realtime-2026-01-15", "qwen3-tts-vc-realtime-2025-11-27"], "nameLimit": 16, "nameSigns": "_", "recording": "voice-file", "files": true, "languages": "qwen3", "prices": "voice-copy", "endpoints": ["standard-intl", "standard-cn"], "source": "own-voices", "retires": "2026-10-10"},
      {"maker": "qwen-voice-design", "wire": "direct", "origin": "description", "targets": ["qwen3-tts-vd-2026-01-26", "qwen3-tts-vd-realtime-2026-01-15", "qwen3-tts-vd-realtime-2025-12-16"], "nameLimit": 16, "nameSigns": "_", "descriptionLimit": 2048, "sampleLimit": 1024, "languages": "qwen3", "prices": "voice-design", "endpoints": ["standard-intl", "standard-cn"], "source": "own-voices", "retires": "2026-10-10"},
      {"maker": "voice-enrollment", "wire": "task", "origin": "recording", "targets": ["cosyvoice-v3.5-plus", "cosyvoice-v3.5-flash", "cosyvoice-v3-plus", "cosyvoice-v3-flash", "cosyvoice-v2"], "nameLimit": 10, "recording": "voice-address", "languages": "cosy", "prices": "unknown", "endpoints": ["standard-intl", "standard-cn"], "source": "own-voices"},
      {"maker": "voice-enrollment", "wire": "task", "origin": "description", "targets": ["cosyvoice-v3.5-plus", "cosyvoice-v3.5-flash"], "nameLimit": 10, "descriptionLimit": 500, "sampleLimit": 200, "languages": "cosy", "prices": "unknown", "endpoints": ["standard-cn"], "source": "own-voices", "unsure": ["for which other models voices can be described is not documented where we could read it"]}
    ]
  }
}

"""#
        return text.withUTF8Buffer { Array($0) }
    }
}
