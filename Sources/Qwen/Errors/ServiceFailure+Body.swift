import Inference

extension ServiceFailure {
    /// Reads the body of a refused request or of an event that reports a failure: JSON in any of the service's shapes,
    /// JSON behind `data:` lines, native event frames, or something that no program wrote.
    ///
    /// - Parameter status: the status of the response or frame; below 400 it says nothing about the failure.
    init(body: [UInt8], status: Int) {
        let text = String(decoding: body.prefix(1 << 20), as: UTF8.self).trimmingASCIIWhitespace()
        var statedStatus: Int?
        var value = Self.object(text)
        if value == nil {
            for line in text.split(whereSeparator: \.isNewline) {
                if line.hasPrefix("data:") {
                    value = value ?? Self.object(line.dropFirst(5).trimmingASCIIWhitespace())
                } else if let found = line.firstRange(of: "HTTP_STATUS/") {
                    statedStatus = Int(line[found.upperBound...].prefix(3))
                }
            }
        }
        let effective = statedStatus ?? (status >= 400 ? status : nil)
        self.init(status: effective, value: value)
    }

    private init(status: Int?, value: JSONValue?) {
        let error = value?["error"]
        let fields = error?.object == nil ? value : error
        let text = { (name: String) in
            fields?[name].flatMap { $0.string ?? ($0.isNull ? nil : $0.text) } ?? ""
        }
        self.init(
            status: status, codes: [text("code"), text("type")], message: error?.string ?? text("message"),
            requestID: (value?["request_id"] ?? error?["request_id"])?.string)
    }

    private static func object(_ text: String) -> JSONValue? {
        guard let value = try? JSONValue(parsing: text), value.object != nil else { return nil }
        return value
    }
}
