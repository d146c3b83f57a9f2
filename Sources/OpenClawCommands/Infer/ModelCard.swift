import Inference
import OpenClawHost

/// What is known of one model, for people and programs.
struct ModelCard: Renderable {
    private let selection: ModelSelection
    private let standing: ModelLister.ProviderStanding

    init(_ selection: ModelSelection, standing: ModelLister.ProviderStanding) {
        self.selection = selection
        self.standing = standing
    }

    private var model: ModelDescriptor { selection.descriptor }

    var json: JSONValue {
        .members { object in
            object["key"] = .string(selection.reference.description)
            object["provider"] = .string(selection.reference.provider.rawValue)
            object["model"] = .string(model.id.rawValue)
            object["name"] = .string(model.name)
            object["input"] = .strings(model.input.map(\.rawValue))
            object["output"] = .strings(model.output.map(\.rawValue))
            object["contextWindow"] = .count(model.contextWindow)
            object["maxTokens"] = .count(model.maxTokens)
            object["thinking"] = .string(model.thinking.control.rawValue)
            object["thinkingEfforts"] = .strings(model.thinking.efforts)
            object["tools"] = .bool(model.tools.isSupported)
            object["jsonSchema"] = .bool(model.structuredOutput.jsonSchema)
            object["available"] = .bool(standing.hasCredential)
            object["endpoint"] = standing.endpoint.map { .string($0.id.rawValue) }
            object["unavailable"] = absence.map { .string($0) }
            object["price"] = price.map { .string($0) }
            object["replacedBy"] = model.replacedBy.map { .string($0.rawValue) }
            object["source"] = .string(model.source)
            object["checked"] = .string(model.checked)
        }
    }

    var text: [String] {
        let joined = { (modalities: [Modality]) in modalities.map(\.rawValue).joined(separator: ", ") }
        let tokens = { (count: Int?) in count.map { "\($0) tokens" } ?? "unknown" }
        var facts: [(String, String)] = []
        facts.append(("Model", selection.reference.description))
        facts.append(("Name", model.name))
        facts.append(("Input", joined(model.input)))
        facts.append(("Output", joined(model.output)))
        facts.append(("Context", tokens(model.contextWindow)))
        facts.append(("Max output", tokens(model.maxTokens)))
        facts.append(("Thinking", thinking))
        facts.append(("Tools", model.tools.isSupported ? "yes" : "no"))
        facts.append(("JSON schema", model.structuredOutput.jsonSchema ? "yes" : "no"))
        facts.append(("Price", price ?? "unknown"))
        facts.append(("Auth", standing.hasCredential ? "yes" : "no"))
        if let endpoint = standing.endpoint { facts.append(("Endpoint", endpoint.label)) }
        if let absence { facts.append(("Not here", absence)) }
        if let replacement = model.replacedBy { facts.append(("Replaced by", replacement.rawValue)) }
        facts.append(("Source", "\(model.source) (\(model.checked))"))
        return facts.map { $0 + String(repeating: " ", count: 12 - $0.count) + $1 }
    }

    private var thinking: String {
        let efforts = model.thinking.efforts
        return model.thinking.control.rawValue + (efforts.isEmpty ? "" : " (\(efforts.joined(separator: ", ")))")
    }

    private var absence: String? {
        standing.endpoint.flatMap { model.unavailability(on: $0)?.reason }
    }

    private var price: String? {
        guard let endpoint = standing.endpoint else { return nil }
        if let plan = selection.entry.provider.manifest.plan(endpoint.plan), plan.isSubscription {
            return "included in \(plan.label)"
        }
        guard let price = model.price(on: endpoint), let tier = price.tiers.first else { return nil }
        return "from \(tier.input) in, \(tier.output) out \(price.currency) per million tokens"
    }
}
