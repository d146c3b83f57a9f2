import Inference
import OpenClawHost

/// The models that a client may name, in the shape of OpenAI's list.
struct ModelListDocument: Sendable {
    private let models: [(id: String, json: JSONValue)]
    private let selector: ModelSelector
    private let created: Int
    /// Written once; clients ask often.
    let bytes: [UInt8]

    init(selector: ModelSelector, created: Int) {
        self.selector = selector
        self.created = created
        var models = ChatDesk.defaultNames.sorted().map { ($0, Self.entry($0, owner: "openclaw", created: created)) }
        for entry in selector.registry.entries {
            for model in entry.catalogue.models where model.isChat {
                let id = ModelRef(provider: entry.id, model: model.id).description
                models.append((id, Self.entry(id, owner: entry.id.rawValue, created: created)))
            }
        }
        for alias in selector.settings.aliases {
            models.append((alias.alias, Self.entry(alias.alias, owner: "openclaw", created: created)))
        }
        self.models = models.map { (id: $0.0, json: $0.1) }
        let list: JSONValue = ["object": "list", "data": .array(models.map(\.1))]
        bytes = list.serialized()
    }

    /// One model, under any name that it has.
    func answer(to call: GatewayCall) -> GatewayAnswer {
        let name = PercentText.decoded(call.path.dropFirst("/v1/models/".count))
        if let known = models.first(where: { $0.id == name }) { return GatewayAnswer(json: known.json) }
        guard let selection = try? selector.resolve(name), selection.isKnown else {
            let error = InferenceError(
                .modelNotFound, "there is no model '\(name.prefix(256))'", hint: "openclaw models list --all",
                status: 404)
            return GatewayAnswer(error, in: .openAI, callID: call.id)
        }
        let owner = selection.reference.provider.rawValue
        return GatewayAnswer(json: Self.entry(name, owner: owner, created: created))
    }

    private static func entry(_ id: String, owner: String, created: Int) -> JSONValue {
        ["id": .string(id), "object": "model", "created": .int(created), "owned_by": .string(owner)]
    }
}
