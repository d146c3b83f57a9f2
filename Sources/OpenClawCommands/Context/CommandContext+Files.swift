import Inference
import OpenClawHost

extension CommandContext {
    /// Reads a JSON file that the user named.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` when there is none, or when it is not JSON.
    func readJSON(_ path: String, expecting content: String) throws(InferenceError) -> JSONValue {
        let contents: [UInt8]?
        do {
            contents = try FileContents.read(FilePathText.join(workingDirectory, path), takesPipes: true)
        } catch {
            throw error.inferenceError
        }
        guard let contents else {
            throw InferenceError(.invalidConfiguration, "there is no file \(path); expected \(content)")
        }
        do {
            return try JSONValue(parsing: contents)
        } catch {
            throw InferenceError(.invalidConfiguration, "\(path) is not JSON: \(error)")
        }
    }
}
