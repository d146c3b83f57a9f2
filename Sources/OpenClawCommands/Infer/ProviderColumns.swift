import Inference
import OpenClawHost

/// What every listing of providers says of one.
struct ProviderColumns {
    let entry: ProviderEntry
    let isConfigured: Bool
    var isSelected = false

    /// - Parameter models: those of listings that name them and a default one.
    func json(
        _ models: [ModelID]? = nil, defaultModel: ModelID? = nil, more: (inout JSONObject) -> Void = { _ in }
    ) -> JSONValue {
        .members { object in
            object["available"] = true
            object["configured"] = .bool(isConfigured)
            object["selected"] = .bool(isSelected)
            object["id"] = .string(entry.id.rawValue)
            object["label"] = .string(entry.label)
            if let models {
                object["defaultModel"] = .text(defaultModel?.rawValue)
                object["models"] = .strings(models.map(\.rawValue))
            }
            more(&object)
        }
    }

    /// The first line for people.
    func text(_ does: String = "", defaultModel: ModelID? = nil) -> String {
        "\(entry.id) (\(entry.label))\(does): \(isConfigured ? "configured" : "no key for it")"
            + (defaultModel.map { ", default \($0)" } ?? "")
    }

    /// A model as people name it.
    func name(_ model: ModelID) -> String { "\(entry.id)/\(model)" }
}
