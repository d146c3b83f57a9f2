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

    /// - Parameter members: walks the object, to its end.
    init(_ members: inout JSONObjectCursor, in data: RawSpan) throws(JSONSyntaxError) {
        var (nativeInput, nativeOutput): (Int?, Int?)
        var (hasInputDetails, hasOutputDetails) = (false, false)
        while try members.advance(in: data) {
            if members.isNamed("prompt_tokens", in: data) {
                input = try Self.count(&members, in: data)
            } else if members.isNamed("completion_tokens", in: data) {
                output = try Self.count(&members, in: data)
            } else if members.isNamed("total_tokens", in: data) {
                total = try Self.count(&members, in: data)
            } else if members.isNamed("input_tokens", in: data) {
                nativeInput = try Self.count(&members, in: data)
            } else if members.isNamed("output_tokens", in: data) {
                nativeOutput = try Self.count(&members, in: data)
            } else if members.isNamed("cached_tokens", in: data) {
                cached = try Self.count(&members, in: data)
            } else if members.isNamed("prompt_tokens_details", in: data) {
                try inputDetails.read(&members, in: data)
                hasInputDetails = true
            } else if members.isNamed("completion_tokens_details", in: data) {
                try outputDetails.read(&members, in: data)
                hasOutputDetails = true
            } else if !hasInputDetails, members.isNamed("input_tokens_details", in: data) {
                try inputDetails.read(&members, in: data)
            } else if !hasOutputDetails, members.isNamed("output_tokens_details", in: data) {
                try outputDetails.read(&members, in: data)
            } else {
                _ = try members.value(in: data)
            }
        }
        (input, output) = (input ?? nativeInput, output ?? nativeOutput)
    }

    /// A whole number, or a text of one.
    fileprivate static func count(
        _ members: inout JSONObjectCursor, in data: RawSpan
    ) throws(JSONSyntaxError) -> Int? {
        let start = members.position
        if let count = try members.integer(in: data) { return count }
        return JSONScanner.string(start..<members.position, in: data).flatMap { Int($0) }
    }
}

extension WireUsage.Details {
    /// Null, and what is no object, tells nothing. What was read before does not count any more.
    fileprivate mutating func read(_ outer: inout JSONObjectCursor, in data: RawSpan) throws(JSONSyntaxError) {
        self = WireUsage.Details()
        guard var members = outer.object(in: data) else {
            _ = try outer.value(in: data)
            return
        }
        while try members.advance(in: data) {
            if members.isNamed("cached_tokens", in: data) {
                cached = try WireUsage.count(&members, in: data)
            } else if members.isNamed("reasoning_tokens", in: data) {
                reasoning = try WireUsage.count(&members, in: data)
            } else if members.isNamed("image_tokens", in: data) {
                image = try WireUsage.count(&members, in: data)
            } else if members.isNamed("video_tokens", in: data) {
                video = try WireUsage.count(&members, in: data)
            } else if members.isNamed("audio_tokens", in: data) {
                audio = try WireUsage.count(&members, in: data)
            } else if members.isNamed("cache_creation_input_tokens", in: data) {
                cacheCreation = try WireUsage.count(&members, in: data)
            } else if members.isNamed("cache_type", in: data) {
                let kind = JSONScanner.string(try members.value(in: data), in: data)
                isEphemeral = kind.map { $0 == "ephemeral" }
            } else if members.isNamed("cache_creation", in: data) {
                ephemeral = try Self.ephemeral(&members, in: data)
            } else {
                _ = try members.value(in: data)
            }
        }
        outer.position = members.position
    }

    private static func ephemeral(
        _ outer: inout JSONObjectCursor, in data: RawSpan
    ) throws(JSONSyntaxError) -> Int? {
        guard var members = outer.object(in: data) else {
            _ = try outer.value(in: data)
            return nil
        }
        var found: Int?
        while try members.advance(in: data) {
            if members.isNamed("ephemeral_5m_input_tokens", in: data) {
                found = try WireUsage.count(&members, in: data)
            } else {
                _ = try members.value(in: data)
            }
        }
        outer.position = members.position
        return found
    }
}
