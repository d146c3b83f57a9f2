package import Inference

extension GenerationInput {
    /// A recording as a user writes it: an address, or a file of this machine, of a sound or a clip.
    ///
    /// - Throws: `.invalidRequest` for a file that is none, or is known to be something else.
    package init(recording text: String, workingDirectory: String) throws(InferenceError) {
        if text.hasPrefix("https://") || text.hasPrefix("http://") || text.hasPrefix("oss://") {
            self.init(kind: .audio, role: .recording, source: .address(Self.encoded(text)))
            return
        }
        let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
        let path = FilePathText.normalized(FilePathText.join(workingDirectory, name))
        let facts: MediaFacts
        do throws(FileError) { facts = try MediaFacts(ofFile: path) } catch {
            throw InferenceError(
                .invalidRequest, "\(error.description); expected a recording as a file or an https:// address")
        }
        if facts.byteCount == 0 { throw InferenceError(.invalidRequest, "\(path) is empty") }
        if let type = facts.mediaType, type.hasPrefix("image/") {
            throw InferenceError(.invalidRequest, "\(path) is \(type); expected a sound or a clip")
        }
        if facts.mediaType == nil, Self.isText(path) {
            throw InferenceError(.invalidRequest, "\(path) is a text; expected a sound or a clip")
        }
        self.init(kind: .audio, role: .recording, source: .file(path), facts: facts)
    }

    /// Whether a file begins as no recording does: services know formats that we do not, but none of letters only.
    private static func isText(_ path: String) -> Bool {
        guard let reader = try? MediaReader(path) else { return false }
        let head = reader.bytes(at: 0, count: 512)
        return head.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
            && String(validating: head, as: UTF8.self) != nil
    }

    /// Services do not fetch addresses with spaces or letters beyond ASCII.
    private static func encoded(_ address: String) -> String {
        guard !address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return address }
        var text = ""
        for byte in address.utf8 {
            if byte > 0x20, byte < 0x7F {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return text
    }
}
