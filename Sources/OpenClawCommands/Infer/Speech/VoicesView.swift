import Inference
import OpenClawHost

/// The voices of all models, by model.
struct VoicesView: Renderable {
    private let models: [(provider: ProviderID, support: SpeechSupport)]

    /// - Parameter model: what the names of models hold; `nil` for all.
    /// - Throws: `.modelNotFound` when no model is left.
    init(of installation: Installation, model: String?) throws(InferenceError) {
        var models: [(ProviderID, SpeechSupport)] = []
        for entry in installation.registry.entries {
            for support in try entry.provider.speech?.models() ?? [] {
                let name = "\(entry.id)/\(support.model)"
                guard model.map({ name.lowercased().contains($0.lowercased()) }) ?? true else { continue }
                models.append((entry.id, support))
            }
        }
        if models.isEmpty, let model {
            throw InferenceError(
                .modelNotFound, "no model that speaks is called \(model)", hint: "openclaw infer tts providers")
        }
        self.models = models
    }

    var json: JSONValue {
        .array(
            models.map { provider, support in
                .members { object in
                    object["provider"] = .string(provider.rawValue)
                    object["model"] = .string(support.model.rawValue)
                    object["default"] = .text(support.initialVoice)
                    object["otherVoices"] = .bool(support.hasOtherVoices)
                    object["voices"] = .array(
                        support.voices.map { ["name": .string($0.name), "note": .text($0.note)] })
                    object["languages"] = .strings(support.languages.map(\.code))
                    object["formats"] = .strings(support.formats.map(\.rawValue))
                    object["sampleRates"] = .array(support.sampleRates.map { .int($0) })
                    object["endpoints"] = .strings(support.endpoints.map(\.rawValue))
                }
            })
    }

    var plain: [String] { models.flatMap { _, support in support.voices.map(\.name) } }

    var text: [String] {
        models.flatMap { provider, support -> [String] in
            let formats = support.formats.map(\.rawValue).joined(separator: ", ")
            let names = support.voices.map { voice in voice.name + (voice.note.map { " (\($0))" } ?? "") }
            let usual = support.initialVoice.map { ", usually \($0)" } ?? ""
            let others = support.hasOtherVoices ? ["  and voices of your own"] : []
            return ["\(provider)/\(support.model): \(formats)\(usual)"] + Self.wrapped(names) + others
        }
    }

    private static func wrapped(_ names: [String]) -> [String] {
        var lines: [String] = []
        for name in names {
            if let last = lines.last, last.count + name.count < 98 {
                lines[lines.count - 1] = last + ", " + name
            } else {
                lines.append("  " + name)
            }
        }
        return lines
    }
}
