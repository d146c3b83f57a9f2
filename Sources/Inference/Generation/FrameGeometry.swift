/// How the size of a result is chosen.
public enum FrameGeometry: Hashable, Sendable {
    /// Nothing can be chosen.
    case fixed
    /// One of listed sizes.
    case sizes([SizeClass], initial: PixelSize?)
    /// A resolution, and where ratios are listed, a ratio.
    case resolutions([String], initial: String, ratios: [AspectRatio], initialRatio: AspectRatio?)
    /// Any size within bounds, or one of some words.
    case free(FreeSize)

    /// Sizes that count as one resolution.
    public struct SizeClass: Hashable, Sendable {
        /// For example `720P`.
        public var name: String
        public var sizes: [PixelSize]

        public init(name: String, sizes: [PixelSize]) {
            self.name = name
            self.sizes = sizes
        }
    }

    /// Bounds of a size that is chosen freely.
    public struct FreeSize: Hashable, Sendable {
        /// Width times height.
        public var area: ClosedRange<Int>?
        public var sides: ClosedRange<Int>?
        public var maxElongation: Double?
        /// Words that stand for a size, for example `2K`.
        public var words: [String]
        /// What is sent when nothing was chosen; `nil` leaves it to the model.
        public var initial: String?

        public init(
            area: ClosedRange<Int>? = nil, sides: ClosedRange<Int>? = nil, maxElongation: Double? = nil,
            words: [String] = [], initial: String? = nil
        ) {
            self.area = area
            self.sides = sides
            self.maxElongation = maxElongation
            self.words = words
            self.initial = initial
        }
    }
}
