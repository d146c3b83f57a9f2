/// Which lengths a video can have, in whole seconds.
public struct LengthRule: Hashable, Sendable {
    /// Every length within bounds.
    public var range: ClosedRange<Int>?
    /// Bounds that hold instead when a clip goes in.
    public var rangeWithVideo: ClosedRange<Int>?
    /// The length of the result and of the clips that go in, together at most.
    public var totalWithVideo: Int?
    /// The only lengths there are; empty when a range says it.
    public var values: [Int]
    /// The length when nothing was chosen.
    public var initial: Int?
    /// A value that leaves the length to the model or to the clip that goes in.
    public var automatic: Int?

    public init(
        range: ClosedRange<Int>? = nil, rangeWithVideo: ClosedRange<Int>? = nil, totalWithVideo: Int? = nil,
        values: [Int] = [], initial: Int? = nil, automatic: Int? = nil
    ) {
        self.range = range
        self.rangeWithVideo = rangeWithVideo
        self.totalWithVideo = totalWithVideo
        self.values = values
        self.initial = initial
        self.automatic = automatic
    }
}
