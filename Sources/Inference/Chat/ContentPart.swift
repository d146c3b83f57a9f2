/// A piece of a message: text, or something to look at or listen to.
public enum ContentPart: Hashable, Sendable {
    /// Text.
    case text(String)
    /// A picture.
    case image(MediaSource)
    /// A video file.
    case video(MediaSource)
    /// A video as pictures, with the number of pictures per second it was sampled at.
    case frames([MediaSource], framesPerSecond: Double? = nil)
    /// Sound, with its format when the service needs it, for example `wav`.
    case audio(MediaSource, format: String? = nil)
    /// A part of another kind, verbatim.
    case raw(JSONValue)

    /// The part as JSON.
    public var value: JSONValue {
        switch self {
        case .text(let text): return ["type": "text", "text": .string(text)]
        case .image(let source): return ["type": "image_url", "image_url": ["url": .string(source.url)]]
        case .video(let source): return ["type": "video_url", "video_url": ["url": .string(source.url)]]
        case .frames(let sources, let rate):
            var members = JSONObject([("type", "video"), ("video", .array(sources.map { .string($0.url) }))])
            members["fps"] = rate.map { .number(JSONNumber($0)) }
            return .object(members)
        case .audio(let source, let format):
            var audio = JSONObject([("data", .string(source.url))])
            audio["format"] = format.map { .string($0) }
            return ["type": "input_audio", "input_audio": .object(audio)]
        case .raw(let value): return value
        }
    }
}
