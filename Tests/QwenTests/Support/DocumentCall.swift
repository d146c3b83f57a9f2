import HTTPTypes
import Inference

@testable import Qwen

extension DocumentExchange {
    /// The document that is sent.
    var sent: JSONValue {
        get throws { try JSONValue(parsing: Array(request.body.joined())) }
    }

    /// What an accepted answer says.
    func read(_ text: String) throws(InferenceError) -> Answer {
        try answer(HTTPResponse(status: .ok), Array(text.utf8))
    }
}
