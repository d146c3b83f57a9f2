import Inference

/// The service knows `auto`, `none` and a function, but not `required`. With one tool the two mean the same.
struct RequiredToolChoice: DialectRule {
    static let id = "required-tool-choice"
    var concerns: ChatMembers { .tools }
    func applies(to site: DialectSite) -> Bool { !site.model.tools.takesRequired }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard request.toolChoice == .required else { return [] }
        let names = request.toolNames
        if names.count == 1 {
            request.toolChoice = .function(names[0])
            return adjusted("tool_choice required sent as the one tool '\(names[0])'")
        }
        request.toolChoice = .auto
        return adjusted("tool_choice required sent as auto: the service takes none that names no tool")
    }
}
