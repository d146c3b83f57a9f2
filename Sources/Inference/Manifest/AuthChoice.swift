/// One entry of onboarding: a plan in a region, and how its key is asked for.
public struct AuthChoice: Hashable, Sendable {
    /// The id that `--auth-choice` takes.
    public var id: AuthChoiceID
    /// Older spellings that still work, with one line of advice.
    public var deprecatedIDs: [AuthChoiceID]
    /// The method half of `provider-plugin:<provider>:<method>`.
    public var method: String
    /// The endpoint that is written.
    public var endpoint: EndpointID
    /// The name to show.
    public var label: String
    /// One line for pickers.
    public var hint: String
    /// The question for the key.
    public var prompt: String
    /// The command line flag that takes a key, kept for existing scripts.
    public var keyFlag: String
    /// The variable that a reference is stored for when none supplied the key.
    public var environment: String
    /// The title and lines shown before the question.
    public var noteTitle: String
    public var note: [String]

    public init(
        id: AuthChoiceID, deprecatedIDs: [AuthChoiceID] = [], method: String, endpoint: EndpointID, label: String,
        hint: String = "", prompt: String, keyFlag: String, environment: String, noteTitle: String = "",
        note: [String] = []
    ) {
        self.id = id
        self.deprecatedIDs = deprecatedIDs
        self.method = method
        self.endpoint = endpoint
        self.label = label
        self.hint = hint
        self.prompt = prompt
        self.keyFlag = keyFlag
        self.environment = environment
        self.noteTitle = noteTitle
        self.note = note
    }
}
