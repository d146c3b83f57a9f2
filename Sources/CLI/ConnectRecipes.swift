/// How clients are pointed at the gateway: files, keys and templates, as their makers document them in November 2026.
///
/// `{address}` is the gateway, `{openai}` its OpenAI base URL, `{key}` the client's virtual key, `{model}` the default model,
/// `{modelMap}` an object with all models.
enum ConnectRecipes {
    static let json = #"""
        {"clients": [
          {"id": "claude-code", "aliases": ["claude"], "label": "Claude Code",
           "files": [{"path": "~/.claude/settings.json", "format": "json", "seed": "{}\n", "set": {
             "env.ANTHROPIC_BASE_URL": "{address}",
             "env.ANTHROPIC_AUTH_TOKEN": "{key}",
             "env.ANTHROPIC_MODEL": "{model}",
             "env.ANTHROPIC_DEFAULT_OPUS_MODEL": "{model}",
             "env.ANTHROPIC_DEFAULT_SONNET_MODEL": "{model}",
             "env.ANTHROPIC_DEFAULT_HAIKU_MODEL": "{model}",
             "env.CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1"}}],
           "check": "claude -p 'say hello'"},
          {"id": "codex", "label": "Codex",
           "files": [{"path": "~/.codex/config.toml", "format": "toml",
             "set": {"model_provider": "openclaw", "model": "{model}"},
             "tables": {"model_providers.openclaw": {
               "name": "OpenClaw", "base_url": "{openai}", "wire_api": "responses",
               "experimental_bearer_token": "{key}"}}}],
           "check": "codex exec 'say hello'"},
          {"id": "opencode", "label": "OpenCode",
           "files": [{"path": "~/.config/opencode/opencode.json", "format": "json",
             "seed": "{\n  \"$schema\": \"https://opencode.ai/config.json\"\n}\n", "set": {
             "provider.openclaw": {"npm": "@ai-sdk/openai-compatible", "name": "OpenClaw",
               "options": {"baseURL": "{openai}", "apiKey": "{key}"}, "models": "{modelMap}"},
             "model": "openclaw/{model}"}}],
           "check": "opencode run 'say hello'"},
          {"id": "continue", "label": "Continue",
           "files": [{"path": "~/.continue/config.yaml", "format": "yaml",
             "seed": "name: My Config\nversion: 0.0.1\nschema: v1\n",
             "elements": {"models": {"name": "OpenClaw {model}", "provider": "openai", "model": "{model}",
               "apiBase": "{openai}", "apiKey": "{key}", "roles": ["chat", "edit", "apply"]}}}],
           "steps": ["Continue reads the file again by itself; choose 'OpenClaw {model}' in its list of models."]},
          {"id": "aider", "label": "aider",
           "files": [{"path": "~/.aider.conf.yml", "format": "yaml", "set": {
             "openai-api-base": "{openai}", "openai-api-key": "{key}", "model": "openai/{model}"}}],
           "check": "aider --message 'say hello' --no-git"},
          {"id": "cline", "label": "Cline",
           "steps": ["In VS Code open Cline's settings and choose the API provider 'OpenAI Compatible'.",
             "Base URL: {openai}", "API key: {key}", "Model ID: {model}"]},
          {"id": "open-webui", "aliases": ["openwebui"], "label": "Open WebUI",
           "variables": {"OPENAI_API_BASE_URL": "{openai}", "OPENAI_API_KEY": "{key}"},
           "steps": ["Open WebUI reads the variables at its first start; later, change them under Admin Settings, Connections.",
             "In a container on this machine, run it with --network host: the gateway listens on this machine only."]},
          {"id": "openai", "aliases": ["openai-sdk"], "label": "OpenAI SDK",
           "variables": {"OPENAI_BASE_URL": "{openai}", "OPENAI_API_KEY": "{key}"},
           "check": "curl -sS $OPENAI_BASE_URL/models -H \"Authorization: Bearer $OPENAI_API_KEY\""},
          {"id": "anthropic", "aliases": ["anthropic-sdk"], "label": "Anthropic SDK",
           "variables": {"ANTHROPIC_BASE_URL": "{address}", "ANTHROPIC_API_KEY": "{key}"}},
          {"id": "dashscope", "aliases": ["dashscope-sdk"], "label": "DashScope SDK",
           "variables": {"DASHSCOPE_HTTP_BASE_URL": "{address}/api/v1", "DASHSCOPE_API_KEY": "{key}"}}
        ]}
        """#
}
