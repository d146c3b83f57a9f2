/// What a file is, by its first bytes or its name.
enum FileKind: Sendable {
    case image, video, audio, other

    init(_ head: [UInt8]) {
        func starts(_ text: String, at offset: Int = 0) -> Bool {
            head.count >= offset + text.utf8.count && head.dropFirst(offset).starts(with: text.utf8)
        }
        if ImageHeader.size(head) != nil {
            self = .image
        } else if starts("ftyp", at: 4) || starts("moov", at: 4) || head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            self = .video
        } else if starts("RIFF"), starts("AVI ", at: 8) {
            self = .video
        } else if starts("RIFF") || starts("ID3") || starts("OggS") || starts("fLaC") || starts("#!AMR")
            || (head.count > 1 && head[0] == 0xFF && head[1] & 0xE0 == 0xE0)
        {
            self = .audio
        } else {
            self = .other
        }
    }

    init(path: String) {
        let name = path.prefix { $0 != "?" }.lowercased()
        let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
        switch ending {
        case "mp4", "mov", "avi", "mkv", "webm", "flv", "wmv": self = .video
        case "png", "jpg", "jpeg", "webp", "bmp", "gif", "tiff": self = .image
        case "mp3", "wav", "aac", "m4a", "ogg", "opus", "flac", "amr", "wma": self = .audio
        default: self = .other
        }
    }
}
