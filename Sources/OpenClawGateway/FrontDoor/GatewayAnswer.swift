package import Inference

/// A whole answer.
package struct GatewayAnswer: Sendable {
    package var status: Int
    package var contentType: String
    /// Further header fields. Names and values are checked when they are written; what could end a line is left out.
    package var fields: [(name: String, value: String)]
    package var body: [UInt8]

    package init(
        status: Int = 200, contentType: String = "application/json", fields: [(name: String, value: String)] = [],
        body: [UInt8]
    ) {
        self.status = status
        self.contentType = contentType
        self.fields = fields
        self.body = body
    }

    package init(status: Int = 200, json: JSONValue) {
        self.init(status: status, body: Array(json.text.utf8))
    }

    /// A failure, told in a dialect.
    package init(_ error: InferenceError, in style: RefusalStyle, callID: String) {
        self.init(status: style.status(error), body: style.document(error, callID))
        if let seconds = error.retryAfterSeconds { fields.append(("retry-after", String(seconds))) }
    }
}

extension InferenceError {
    /// The value of a `retry-after` field, rounded up.
    package var retryAfterSeconds: Int? {
        retryAfter.map { max(1, Int(($0 / .seconds(1)).rounded(.up))) }
    }
}
