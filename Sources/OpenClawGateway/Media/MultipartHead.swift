import Inference

/// The head of one part of a form.
struct MultipartHead: Hashable {
    var name: String
    /// Whether the part is a file. What the client calls it is of no interest: nothing is ever named after it.
    var isFile: Bool
    var contentType: String?

    /// Reads the lines between two delimiters and an empty line.
    init(_ lines: String) throws(InferenceError) {
        var disposition: [Substring]?
        var type: String?
        for line in lines.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { throw .malformedForm("a part has a line without a name") }
            let value = line[line.index(after: colon)...].trimmingBlanks()
            switch line[..<colon].lowercased() {
            case "content-disposition":
                guard disposition == nil else { throw .malformedForm("a part has two names") }
                disposition = Self.parameters(String(value))
            case "content-type": type = value.prefix(128).lowercased()
            case "content-transfer-encoding" where !["binary", "8bit", "7bit"].contains(value.lowercased()):
                throw .malformedForm(
                    "a part is encoded as '\(HeaderText.shortened(String(value)))'; expected it as it is")
            default: break
            }
        }
        guard let disposition, disposition.first?.lowercased() == "form-data",
            let name = Self.value("name", in: disposition), (1...64).contains(name.utf8.count),
            name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw .malformedForm("a part has no name") }
        self.name = name
        isFile = Self.value("filename", in: disposition) != nil || Self.value("filename*", in: disposition) != nil
        contentType = type
    }

    /// What stands between semicolons that are not quoted.
    private static func parameters(_ text: String) -> [Substring] {
        var isQuoted = false
        var isEscaped = false
        return text.split { character in
            defer { isEscaped = character == "\\" && !isEscaped }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            return character == ";" && !isQuoted
        }.map { $0.trimmingBlanks() }
    }

    private static func value(_ name: String, in parameters: [Substring]) -> String? {
        for parameter in parameters.dropFirst() {
            guard let mark = parameter.firstIndex(of: "="), parameter[..<mark].lowercased() == name else { continue }
            let value = parameter[parameter.index(after: mark)...]
            guard value.count > 1, value.first == "\"", value.last == "\"" else { return String(value) }
            return String(value.dropFirst().dropLast()).replacing("\\\"", with: "\"")
        }
        return nil
    }
}

extension Substring {
    fileprivate func trimmingBlanks() -> Substring {
        let rest = drop { $0 == " " || $0 == "\t" }
        guard let last = rest.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return rest[...last]
    }
}

extension InferenceError {
    static func malformedForm(_ reason: String) -> InferenceError {
        InferenceError(.invalidRequest, "this is no form that the gateway reads: \(reason)")
    }
}
