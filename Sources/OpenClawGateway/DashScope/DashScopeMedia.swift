import Inference

/// A part with a picture, video or sound, in the shape of chat completions.
struct DashScopeMedia {
    /// The part as JSON.
    let bytes: [UInt8]

    init?(_ part: JSONNode) {
        var text = JSONComposer()
        text.beginObject()
        let name: String
        if let image = part["image"], image.kind == .string {
            name = "image"
            text.member("type", "image_url")
            text.object("image_url") { $0.member("url", image) }
        } else if let video = part["video"], video.kind == .string {
            name = "video"
            text.member("type", "video_url")
            text.object("video_url") { $0.member("url", video) }
        } else if let frames = part["video"], frames.kind == .array {
            name = "video"
            text.member("type", "video")
            text.member("video", frames)
        } else if let audio = part["audio"], audio.kind == .string {
            name = "audio"
            text.member("type", "input_audio")
            text.object("input_audio") { $0.member("data", audio) }
        } else {
            return nil
        }
        // Limits of pixels, rates and marks stand beside the address in both protocols.
        for member in part.members where member.key != name {
            text.key(named: member.key)
            text.value(member.value)
        }
        text.endObject()
        bytes = text.bytes
    }
}
