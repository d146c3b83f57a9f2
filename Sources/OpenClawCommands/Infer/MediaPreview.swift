import Inference
import OpenClawHost

/// Shows the pictures of a job, or the first frame of its clips, in terminals that can.
struct MediaPreview {
    private let context: CommandContext
    private static let largest = 32 << 20

    init(_ context: CommandContext) { self.context = context }

    /// Nothing is written unless a person reads on a terminal.
    func show(_ job: Job) throws(OutputClosed) {
        guard context.output.isTerminal, !job.files.isEmpty else { return }
        guard let way = PictureProtocol(environment: context.environment, answer: context.askTerminal) else {
            return skip("this terminal shows no pictures; those with kitty's, iTerm2's or sixel pictures do")
        }
        guard let folder = TemporaryFolder(environment: context.environment) else {
            return skip("there is no place for temporary files")
        }
        for (index, file) in job.files.enumerated() {
            let still = folder.file("\(index).png")
            guard let path = picture(of: file, asPNG: way == .kitty, still) else { continue }
            try show(path, way)
        }
    }

    private func show(_ path: String, _ way: PictureProtocol) throws(OutputClosed) {
        let text = PictureText(columns: context.output.columns ?? 80, rows: context.output.rows ?? 24)
        let size = (try? MediaFacts(ofFile: path))?.size
        if way == .sixel {
            guard let sixels = sixels(path, width: text.width(of: size) * 8) else { return }
            return try context.output.write(sixels + "\n")
        }
        guard let bytes = try? FileContents.read(path, limit: Self.largest) else {
            return skip("\(FilePathText.name(of: path)) is too large for a terminal")
        }
        try context.output.write(way == .kitty ? text.kitty(bytes, size: size) : text.iterm(bytes, size: size))
    }

    private func sixels(_ path: String, width: Int) -> String? {
        guard let program = MediaProgram("img2sixel", environment: context.environment) else {
            skip("this terminal shows sixel, which img2sixel (libsixel) makes; it is not on the path")
            return nil
        }
        guard let sixels = program.output(["-w", "\(width)", path], limit: Self.largest, timeout: .seconds(20)) else {
            skip("img2sixel could not read \(FilePathText.name(of: path))")
            return nil
        }
        return String(decoding: sixels, as: UTF8.self)
    }

    /// The file itself, or what ffmpeg makes of it: of clips the first frame.
    private func picture(of file: JobFile, asPNG: Bool, _ still: String) -> String? {
        let isClip = file.mediaType.hasPrefix("video/")
        guard isClip || asPNG && file.mediaType != "image/png" else { return file.path }
        guard let program = MediaProgram("ffmpeg", environment: context.environment) else {
            skip((isClip ? "the first frame of a clip" : "a terminal that takes PNG only") + " needs ffmpeg")
            return nil
        }
        let arguments = ["-v", "error", "-nostdin", "-y", "-i", file.path, "-frames:v", "1", still]
        guard program.output(arguments, limit: 1 << 20, timeout: .seconds(20)) != nil else {
            skip("ffmpeg could not read \(FilePathText.name(of: file.path))")
            return nil
        }
        return still
    }

    private func skip(_ reason: String) { context.note("no preview: \(reason)") }
}
