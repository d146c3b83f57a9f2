extension Transcript {
    /// The transcript for programs: times in seconds.
    public var json: JSONValue {
        var object = JSONObject([("text", .string(text))])
        object["language"] = language.map { .string($0) }
        object["duration"] = seconds.map { .number(JSONNumber($0)) }
        object["segments"] = .array(segments.enumerated().map { $1.json(id: $0) })
        return .object(object)
    }

    /// Reads what ``json`` wrote; `nil` for something else.
    public init?(json: JSONValue) {
        guard let text = json["text"]?.string else { return nil }
        self.init(
            text: text, language: json["language"]?.string, seconds: json["duration"]?.double,
            segments: (json["segments"]?.array ?? []).compactMap(Segment.init(json:)))
    }
}

extension Transcript.Segment {
    fileprivate init?(json: JSONValue) {
        guard let times = Transcript.times(json), let text = json["text"]?.string else { return nil }
        self.init(begin: times.begin, end: times.end, text: text)
        speaker = json["speaker"]?.int
        channel = json["channel"]?.int
        language = json["language"]?.string
        emotion = json["emotion"]?.string
        words = (json["words"]?.array ?? []).compactMap { word in
            guard let times = Transcript.times(word), let text = word["word"]?.string else { return nil }
            return Transcript.Word(begin: times.begin, end: times.end, text: text)
        }
    }

    fileprivate func json(id: Int) -> JSONValue {
        var object = JSONObject([
            ("id", .int(id)), ("start", Transcript.seconds(begin)), ("end", Transcript.seconds(end)),
            ("text", .string(text)),
        ])
        object["speaker"] = speaker.map { .int($0) }
        object["channel"] = channel.map { .int($0) }
        object["language"] = language.map { .string($0) }
        object["emotion"] = emotion.map { .string($0) }
        if !words.isEmpty {
            object["words"] = .array(
                words.map { word in
                    .object(
                        JSONObject([
                            ("word", .string(word.text)), ("start", Transcript.seconds(word.begin)),
                            ("end", Transcript.seconds(word.end)),
                        ]))
                })
        }
        return .object(object)
    }
}

extension Transcript {
    fileprivate static func seconds(_ milliseconds: Int) -> JSONValue {
        .number(JSONNumber(Double(milliseconds) / 1000))
    }

    fileprivate static func times(_ json: JSONValue) -> (begin: Int, end: Int)? {
        guard let begin = json["start"]?.double, let end = json["end"]?.double else { return nil }
        return (Int((begin * 1000).rounded()), Int((end * 1000).rounded()))
    }
}
