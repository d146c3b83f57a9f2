import Inference
import OpenClawHost

/// A form while it comes. Lives on the event loop of its connection.
final class FormReception {
    private enum Part {
        case field(String, [UInt8])
        case file(SpooledFile)
    }

    private static let fieldLimit = 1 << 20
    private static let fileLimit = 20

    private var reader: MultipartReader
    private let folder: IncomingFolder
    private let id: String
    private var form: ReceivedForm
    private var part: Part?
    private var fieldBytes = 0

    /// - Parameter id: of the request, in the names of its files.
    init(
        contentType: String, folder: IncomingFolder, space: UploadSpace, id: String
    ) throws(InferenceError) {
        reader = try MultipartReader(contentType: contentType)
        form = ReceivedForm(share: space.share())
        self.folder = folder
        self.id = id
    }

    func take(_ bytes: UnsafeRawBufferPointer) throws(InferenceError) {
        try reader.read(bytes) { event throws(InferenceError) in
            switch event {
            case .part(let head): try open(head)
            case .bytes(let bytes): try add(bytes)
            case .partEnd: close()
            }
        }
    }

    /// - Returns: whether the disk has room for so much more.
    func reserve(_ count: Int, within limit: Int) -> Bool { form.share.grow(by: count, within: limit) }

    /// The file that the disk has not taken yet, when its sender should wait.
    var lagging: SpooledFile? {
        guard case .file(let file) = part, file.isBehind else { return nil }
        return file
    }

    /// - Throws: `.invalidRequest` when the form has no end.
    func finish() throws(InferenceError) -> ReceivedForm {
        guard reader.isComplete else { throw .malformedForm("it ends before its last boundary") }
        return form
    }

    private func open(_ head: MultipartHead) throws(InferenceError) {
        guard head.isFile else {
            part = .field(head.name, [])
            return
        }
        guard form.files.count < Self.fileLimit else {
            throw .malformedForm("it has more than \(Self.fileLimit) files")
        }
        let file = try SpooledFile(try folder.path(named: "\(id)-\(form.files.count + 1)"))
        form.files.append(ReceivedForm.File(name: head.name, contentType: head.contentType, content: file))
        part = .file(file)
    }

    private func add(_ bytes: UnsafeRawBufferPointer) throws(InferenceError) {
        switch part {
        case .file(let file): file.append(bytes)
        case .field(let name, var text):
            fieldBytes += bytes.count
            guard fieldBytes <= Self.fieldLimit else {
                throw InferenceError(
                    "request_too_large", "the texts of the form have more than \(Self.fieldLimit) bytes", status: 413)
            }
            part = nil
            text.append(contentsOf: bytes)
            part = .field(name, text)
        case nil: break
        }
    }

    private func close() {
        if case .field(let name, let text) = part {
            form.fields.append((name, String(decoding: text, as: UTF8.self)))
        }
        part = nil
    }
}
