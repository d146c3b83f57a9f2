/// How a transcript is written.
public enum TranscriptFormat: String, Hashable, Sendable, Codable, CaseIterable {
    case text, json, srt, vtt

    /// Whether it says when something was said.
    public var needsTimes: Bool { self == .srt || self == .vtt }

    /// What names of such files end with, without the dot.
    public var ending: String { self == .text ? "txt" : rawValue }

    public var mediaType: String {
        switch self {
        case .text: "text/plain"
        case .json: "application/json"
        case .srt: "application/x-subrip"
        case .vtt: "text/vtt"
        }
    }

    /// The format that an ending stands for.
    public init?(ending: String) {
        let wanted = ending.lowercased()
        guard let format = Self.allCases.first(where: { $0.ending == wanted }) else { return nil }
        self = format
    }
}
