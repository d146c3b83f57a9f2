import Inference

/// A form of a client: short texts in memory, files on disk.
struct ReceivedForm: Sendable {
    struct File: Sendable {
        var name: String
        var contentType: String?
        var content: SpooledFile
    }

    var fields: [(name: String, value: String)] = []
    var files: [File] = []
    /// What its files take of the disk.
    let share: UploadSpace.Share
}
