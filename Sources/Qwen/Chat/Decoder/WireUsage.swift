import Inference

/// The members of a `usage` object, found in one walk.
struct WireUsage {
    private(set) var input: Int?
    private(set) var output: Int?
    private(set) var total: Int?
    /// Tokens from a cache, where they stand beside the totals.
    private(set) var cached: Int?
    private(set) var inputDetails = Details()
    private(set) var outputDetails = Details()

    /// What a total consists of.
    struct Details {
        private(set) var cached: Int?
        private(set) var cacheCreation: Int?
        private(set) var ephemeral: Int?
        private(set) var isEphemeral: Bool?
        private(set) var reasoning: Int?
        private(set) var image: Int?
        private(set) var video: Int?
        private(set) var audio: Int?
    }

    /// - Throws: when the value is no object.
    init(_ range: Range<Int>, in data: RawSpan) throws(JSONSyntaxError) {
        var (nativeInput, nativeOutput): (Int?, Int?)
        var (nativeInputDetails, nativeOutputDetails): (Details?, Details?)
        var (hasInputDetails, hasOutputDetails) = (false, false)
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("prompt_tokens", in: data) {
                input = Self.count(member, in: data)
            } else if member.isNamed("completion_tokens", in: data) {
                output = Self.count(member, in: data)
            } else if member.isNamed("total_tokens", in: data) {
                total = Self.count(member, in: data)
            } else if member.isNamed("input_tokens", in: data) {
                nativeInput = Self.count(member, in: data)
            } else if member.isNamed("output_tokens", in: data) {
                nativeOutput = Self.count(member, in: data)
            } else if member.isNamed("cached_tokens", in: data) {
                cached = Self.count(member, in: data)
            } else if member.isNamed("prompt_tokens_details", in: data) {
                (inputDetails, hasInputDetails) = (try Details(member.value, in: data), true)
            } else if member.isNamed("completion_tokens_details", in: data) {
                (outputDetails, hasOutputDetails) = (try Details(member.value, in: data), true)
            } else if member.isNamed("input_tokens_details", in: data) {
                nativeInputDetails = try Details(member.value, in: data)
            } else if member.isNamed("output_tokens_details", in: data) {
                nativeOutputDetails = try Details(member.value, in: data)
            }
        }
        (input, output) = (input ?? nativeInput, output ?? nativeOutput)
        if !hasInputDetails, let nativeInputDetails { inputDetails = nativeInputDetails }
        if !hasOutputDetails, let nativeOutputDetails { outputDetails = nativeOutputDetails }
    }

    /// A whole number, or a text of one.
    fileprivate static func count(_ member: JSONMemberRanges, in data: RawSpan) -> Int? {
        JSONScanner.integer(member.value, in: data) ?? JSONScanner.string(member.value, in: data).flatMap { Int($0) }
    }
}

extension WireUsage.Details {
    /// Null, and what is no object, tells nothing.
    fileprivate init(_ range: Range<Int>, in data: RawSpan) throws(JSONSyntaxError) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return }
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("cached_tokens", in: data) {
                cached = WireUsage.count(member, in: data)
            } else if member.isNamed("reasoning_tokens", in: data) {
                reasoning = WireUsage.count(member, in: data)
            } else if member.isNamed("image_tokens", in: data) {
                image = WireUsage.count(member, in: data)
            } else if member.isNamed("video_tokens", in: data) {
                video = WireUsage.count(member, in: data)
            } else if member.isNamed("audio_tokens", in: data) {
                audio = WireUsage.count(member, in: data)
            } else if member.isNamed("cache_creation_input_tokens", in: data) {
                cacheCreation = WireUsage.count(member, in: data)
            } else if member.isNamed("cache_type", in: data) {
                isEphemeral = JSONScanner.string(member.value, in: data).map { $0 == "ephemeral" }
            } else if member.isNamed("cache_creation", in: data) {
                ephemeral = try Self.ephemeral(member.value, in: data)
            }
        }
    }

    private static func ephemeral(_ range: Range<Int>, in data: RawSpan) throws(JSONSyntaxError) -> Int? {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return nil }
        var found: Int?
        var members = try JSONObjectCursor(in: data, at: range.lowerBound)
        while let member = try members.next(in: data) {
            if member.isNamed("ephemeral_5m_input_tokens", in: data) { found = WireUsage.count(member, in: data) }
        }
        return found
    }
}
