import Inference

/// Where a result goes: its name, and the name it has while it comes.
struct ResultTarget {
    let directory: String
    let stem: String
    private let suffix: String
    let partPath: String

    /// - Parameter directory: for results that nobody named a place for.
    init(job: Job, index: Int, count: Int, directory: String) {
        suffix = count > 1 ? "-\(index + 1)" : ""
        if let output = job.output {
            self.directory = FilePathText.parent(of: output)
            stem = Self.withoutEnding(FilePathText.name(of: output))
        } else {
            self.directory = directory
            stem = "\(Self.slug(job.plan.prompt ?? job.kind.rawValue))---\(job.id)"
        }
        partPath = FilePathText.join(self.directory, ".\(stem).\(job.id)-\(index + 1).part")
    }

    func path(ending: String) -> String { FilePathText.join(directory, "\(stem)\(suffix).\(ending)") }

    /// The ending that people write is replaced by the one of what came; other dots are part of the name.
    private static func withoutEnding(_ name: String) -> String {
        let endings: Set = [
            "png", "jpg", "jpeg", "gif", "webp", "bmp", "tiff", "heic", "heif", "mp4", "mov", "webm", "wav", "mp3",
            "ogg", "flac", "avi", "mkv", "m4v", "gz",
        ]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
            endings.contains(name[name.index(after: dot)...].lowercased())
        else { return name }
        return String(name[..<dot])
    }

    /// The first words in letters that every disk takes.
    private static func slug(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let slug = words.prefix(6).joined(separator: "-").prefix(48)
        return slug.isEmpty ? "result" : String(slug)
    }
}
