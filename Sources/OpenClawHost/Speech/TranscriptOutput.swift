package import Inference

/// How the transcript of a job is written.
package struct TranscriptOutput: Hashable, Sendable, Codable {
    package var format: TranscriptFormat
    /// Columns of a line of subtitles; `nil` is the usual number.
    package var lineLength: Int?

    package init(_ format: TranscriptFormat, lineLength: Int? = nil) {
        self.format = format
        self.lineLength = lineLength
    }

    var layout: SubtitleLayout { lineLength.map { SubtitleLayout(lineLength: $0) } ?? SubtitleLayout() }
}
