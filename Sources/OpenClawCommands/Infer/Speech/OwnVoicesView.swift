import Inference
import OpenClawHost

/// The voices that a user had made, by account.
struct OwnVoicesView: Renderable {
    private struct Row {
        var provider: ProviderID
        var endpoint: EndpointID
        var voice: OwnVoice
    }

    private let rows: [Row]

    /// - Parameter model: what the names of models hold; `nil` for all.
    init(_ found: [(provider: ProviderID, endpoint: EndpointID, voices: [OwnVoice])], model: String?) {
        rows = found.flatMap { provider, endpoint, voices in
            voices.map { Row(provider: provider, endpoint: endpoint, voice: $0) }
        }.filter { row in
            guard let model else { return true }
            return row.voice.target.map { "\(row.provider)/\($0)".lowercased().contains(model.lowercased()) } ?? false
        }
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                .members { object in
                    object["voice"] = .string(row.voice.name)
                    object["provider"] = .string(row.provider.rawValue)
                    object["model"] = .text(row.voice.target?.rawValue)
                    object["endpoint"] = .string(row.endpoint.rawValue)
                    object["maker"] = .string(row.voice.maker.rawValue)
                    object["created"] = .text(row.voice.created)
                    object["status"] = .text(row.voice.status)
                }
            })
    }

    var plain: [String] { rows.map(\.voice.name) }

    var text: [String] {
        guard !rows.isEmpty else { return ["no voices of your own"] }
        return rows.map { row in
            let model = row.voice.target.map { "\(row.provider)/\($0)" } ?? "a model that the service does not tell"
            let status = row.voice.status.map { ", \($0)" } ?? ""
            return "\(row.voice.name): \(model) on \(row.endpoint)\(status)"
        }
    }
}
