/// Reads the messages of the compatible and of the native dialect and checks their order.
struct MessageReader {
    private static let roles: Set<String> = ["system", "assistant", "user", "tool", "function"]

    let card: ModelCard
    let hasTools: Bool

    func read(_ entries: [JSON]) throws(ServiceError) -> [ChatMessage] {
        guard !entries.isEmpty else { throw ServiceError("messages_empty") }
        var messages: [ChatMessage] = []
        for (index, entry) in entries.enumerated() { messages.append(try message(entry, index: index)) }
        try checkOrder(messages)
        return messages
    }

    private func message(_ entry: JSON, index: Int) throws(ServiceError) -> ChatMessage {
        let role = entry["role"]?.string ?? ""
        guard Self.roles.contains(role) else {
            throw ServiceError("role_unknown", ["value": role, "index": String(index)])
        }
        var message = ChatMessage(role: role, text: "")
        message.toolCalls = entry["tool_calls"]?.array ?? []
        message.toolCallID = entry["tool_call_id"]?.string
        message.reasoning = entry["reasoning_content"]?.string
        message.isPartial = entry["partial"]?.bool ?? false
        switch entry["content"] {
        case .string(let text)?:
            message.text = text
            message.blocks = [.init(end: text.utf8.count, media: 0, isMarked: false)]
        case .array(let parts)?: try read(parts, into: &message)
        case nil where role == "assistant": message.hasContent = false
        default: throw ServiceError("content_required")
        }
        return message
    }

    private func read(_ parts: [JSON], into message: inout ChatMessage) throws(ServiceError) {
        if card.arrayContent == .drop, !hasTools { return }
        for part in parts {
            if let text = part["text"]?.string {
                message.text += text
            } else if let item = Self.media(part) {
                guard card.inputs.contains(item.kind.rawValue) else { throw ServiceError("content_not_string") }
                message.media.append(item)
            } else {
                throw ServiceError("content_modal")
            }
            message.blocks.append(
                .init(
                    end: message.text.utf8.count, media: message.media.count, isMarked: part["cache_control"] != nil))
        }
    }

    /// A part of the compatible dialect (typed) or of the native one (a single key).
    static func media(_ part: JSON) -> MediaItem? {
        let item: MediaItem
        if let image = part["image_url"] {
            item = MediaItem(kind: .image, urls: [image["url"]?.string ?? image.string ?? ""])
        } else if let image = part["image"]?.string {
            item = MediaItem(kind: .image, urls: [image])
        } else if let video = part["video_url"] {
            item = MediaItem(kind: .video, urls: [video["url"]?.string ?? video.string ?? ""])
        } else if let video = part["video"] {
            item = MediaItem(kind: .video, urls: video.strings ?? [video.string ?? ""])
        } else if let audio = part["input_audio"] ?? part["audio"] {
            item = MediaItem(kind: .audio, urls: [audio["data"]?.string ?? audio.string ?? ""])
        } else {
            return nil
        }
        var sized = item
        sized.minPixels = part["min_pixels"]?.int
        sized.maxPixels = part["max_pixels"]?.int
        sized.framesPerSecond = part["fps"]?.double ?? 2
        return sized
    }

    private func checkOrder(_ messages: [ChatMessage]) throws(ServiceError) {
        var open: Set<String> = []
        var seenOther = false
        for (index, message) in messages.enumerated() {
            switch message.role {
            case "system":
                guard !seenOther else { throw ServiceError("system_not_first") }
            case "tool":
                guard let id = message.toolCallID, open.remove(id) != nil else {
                    throw ServiceError("tool_without_call")
                }
            default:
                guard open.isEmpty else { throw ServiceError("tools_not_answered", ["index": String(index)]) }
                open = Set(message.toolCalls.compactMap { $0["id"]?.string })
            }
            seenOther = seenOther || message.role != "system"
        }
        guard open.isEmpty else { throw ServiceError("tools_not_answered", ["index": String(messages.count - 1)]) }
        guard messages.contains(where: { $0.role == "user" }) else { throw ServiceError("no_user_message") }
        if let last = messages.last, last.role == "assistant" || last.role == "system", !last.isPartial {
            throw ServiceError("list_index")
        }
    }
}
