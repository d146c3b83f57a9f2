import HTTPTypes
import Inference
import OpenClawHost

extension NativeRequest {
    /// A request of the Messages protocol, for the path that endpoints have for it.
    ///
    /// - Parameter isOptional: whether it can be translated, should the service refuse it.
    /// - Returns: `nil` for what no account of the user's can be asked.
    init?(messages incoming: IncomingRequest, isOptional: Bool) {
        guard let root = try? ClientDocument.root(of: incoming.body), let model = try? ClientDocument.model(root),
            incoming.snapshot.desk.speaks(.messages, to: model)
        else { return nil }
        var fields = Self.fields(of: incoming)
        for name in ["anthropic-version", "anthropic-beta"] {
            guard let name = HTTPField.Name(name), let value = incoming.fields[name] else { continue }
            fields[name] = value
        }
        let call = NativeCall(
            .messages, method: .post, path: "/v1/messages", fields: fields, body: incoming.body, namesModel: true)
        self.init(
            call, about: .call, model: model, capability: .chat, isOptional: isOptional,
            breaking: { error, callID in
                Array("event: error\ndata: ".utf8) + AnthropicDialect().refusal(error, callID: callID)
                    + Array("\n\n".utf8)
            })
    }
}
