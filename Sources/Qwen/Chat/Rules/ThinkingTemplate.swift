import Inference

/// Servers that run a model by its chat template take the flag among the arguments of the template.
struct ThinkingTemplate: DialectRule {
    static let id = "thinking-template"
    var concerns: ChatMembers { .thinking }
    func applies(to site: DialectSite) -> Bool { site.model.thinking.usesChatTemplate }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard request.thinking != nil else { return [] }
        let isOn = ThinkingState(target).isOn(in: request)
        request.thinking = nil
        var arguments = request[member: "chat_template_kwargs"]?.object ?? JSONObject()
        if arguments["enable_thinking"] == .bool(isOn) { return [] }
        arguments["enable_thinking"] = .bool(isOn)
        if arguments["preserve_thinking"] == nil { arguments["preserve_thinking"] = true }
        request[member: "chat_template_kwargs"] = .object(arguments)
        return adjusted("thinking \(isOn ? "on" : "off") sent in chat_template_kwargs")
    }
}
