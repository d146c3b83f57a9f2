import Inference

extension Route {
    /// The Messages protocol, below both habits of naming a base.
    package static let anthropic: [Route] = {
        let dialect = AnthropicDialect()
        let refusals = RefusalStyle(dialect)
        let count = RouteAction.answer { call in
            do throws(InferenceError) {
                return GatewayAnswer(
                    fields: [AnthropicTokenCount.field], body: try AnthropicTokenCount.answer(call.body))
            } catch {
                return GatewayAnswer(error, in: refusals, callID: call.id)
            }
        }
        return ["/v1", ""].flatMap { base in
            [
                Route(
                    .post, base + "/messages", refusals: refusals, action: .messages(dialect, prefersService: false)),
                Route(.post, base + "/messages/count_tokens", refusals: refusals, action: count),
            ]
        }
    }()
}
