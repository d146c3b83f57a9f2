package import Inference

/// Where keys are read from when they are not typed: standard input and files.
package struct KeyInput: Sendable {
    /// Everything on standard input; called at most once.
    private let standardInput: @Sendable () throws(InferenceError) -> [UInt8]
    private let workingDirectory: String
    private let home: String
    private let announce: @Sendable (String) -> Void

    package init(
        workingDirectory: String, home: String, announce: @escaping @Sendable (String) -> Void = { _ in },
        standardInput: @escaping @Sendable () throws(InferenceError) -> [UInt8]
    ) {
        self.workingDirectory = workingDirectory
        self.home = home
        self.announce = announce
        self.standardInput = standardInput
    }

    package func read() throws(InferenceError) -> String { String(decoding: try standardInput(), as: UTF8.self) }

    /// What stands on standard input, `nil` when that is nothing. Nobody asked for it to be read, so it is announced.
    func readIfAny() throws(InferenceError) -> String? {
        announce("reading the key from standard input")
        let text = try read()
        return text.trimmingASCIIWhitespace().isEmpty ? nil : text
    }

    func read(file: String) throws(InferenceError) -> String {
        let expanded = file.hasPrefix("~/") ? FilePathText.join(home, String(file.dropFirst(2))) : file
        let path = FilePathText.join(workingDirectory, expanded)
        do throws(FileError) {
            guard let bytes = try FileContents.read(path, limit: 64 << 10, takesPipes: true) else {
                throw FileError("read", path, number: 0, reason: "there is no such file")
            }
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw error.inferenceError
        }
    }
}
