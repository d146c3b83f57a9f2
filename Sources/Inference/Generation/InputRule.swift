/// What a mode takes as inputs of one role.
public struct InputRule: Hashable, Sendable, Codable {
    public var role: InputRole
    public var kind: Modality
    /// How many.
    public var count: ClosedRange<Int>
    /// Media types that are taken; empty takes all.
    public var mediaTypes: [String]
    /// The largest file.
    public var maxBytes: Int?
    /// Both sides of a picture or clip, in pixels.
    public var sides: ClosedRange<Int>?
    /// The most elongated shape: long side by short side.
    public var maxElongation: Double?
    /// Length of a clip or sound.
    public var seconds: ClosedRange<Double>?
    /// Length of all of the role together, at most.
    public var totalSeconds: Double?
    /// Whether a small file may travel inside the request.
    public var isInlined: Bool
    /// Whether a file may travel by the service's upload.
    public var isUploaded: Bool
    /// The roles whose inputs it belongs to, one to each; `nil` when it stands alone.
    public var belongsTo: [InputRole]?
    /// Where the request holds it, for the codec: a member of `input`, or the type of an element of a list.
    public var place: String

    public init(
        role: InputRole, kind: Modality, count: ClosedRange<Int> = 0...1, mediaTypes: [String] = [],
        maxBytes: Int? = nil, sides: ClosedRange<Int>? = nil, maxElongation: Double? = nil,
        seconds: ClosedRange<Double>? = nil, totalSeconds: Double? = nil, isInlined: Bool = false,
        isUploaded: Bool = true, place: String
    ) {
        self.role = role
        self.kind = kind
        self.count = count
        self.mediaTypes = mediaTypes
        self.maxBytes = maxBytes
        self.sides = sides
        self.maxElongation = maxElongation
        self.seconds = seconds
        self.totalSeconds = totalSeconds
        self.isInlined = isInlined
        self.isUploaded = isUploaded
        self.place = place
    }
}

extension InputRule {
    /// Holds what is known of a file against the rule.
    ///
    /// - Throws: `.invalidRequest` with what the model takes.
    public func check(_ facts: MediaFacts, for model: ModelID) throws(InferenceError) {
        try InputCheck(model: model).check(facts, self)
    }
}
