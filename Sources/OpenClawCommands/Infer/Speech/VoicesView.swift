import Inference
import OpenClawHost

/// The voices of all models, by model.
struct VoicesView: Renderable {
    private let models: [(provider: ProviderID, support: SpeechSupport)]
    private let known: [KnownVoices.Entry]

    /// - Parameters:
    ///   - model: what the names of models hold; `nil` for all.
    ///   - known: voices of the user's own.
    /// - Throws: `.modelNotFound` when no model is left.
    init(
        of installation: Installation, model: String?, known: [KnownVoices.Entry]
    ) throws(InferenceError) {
        self.known = known
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
                    object["ownVoices"] = .strings(own(provider, support.model))
                    object["languages"] = .strings(support.languages.map(\.code))
                    object["formats"] = .strings(support.formats.map(\.rawValue))
                    object["sampleRates"] = .array(support.sampleRates.map { .int($0) })
                    object["endpoints"] = .strings(support.endpoints.map(\.rawValue))
                    object["retires"] = support.retires.map { .string($0) }
                    object["refusal"] = support.refusal.map { .string($0) }
                    if !support.unsure.isEmpty { object["unsure"] = .strings(support.unsure) }
                }
            })
    }

    var plain: [String] {
        models.flatMap { provider, support in support.voices.map(\.name) + own(provider, support.model) }
    }

    private func own(_ provider: ProviderID, _ model: ModelID) -> [String] {
        known.filter { $0.provider == provider && $0.model == model }.map(\.voice)
    }

    var text: [String] {
        models.flatMap { provider, support -> [String] in
            let formats = support.formats.map(\.rawValue).joined(separator: ", ")
            let names = support.voices.map { voice in voice.name + (voice.note.map { " (\($0))" } ?? "") }
            let usual = support.initialVoice.map { ", usually \($0)" } ?? ""
            let own = own(provider, support.model)
            let title = "\(provider)/\(support.model): "
            if let refusal = support.refusal { return [title + refusal] }
            let others =
                own.isEmpty
                ? support.hasOtherVoices ? ["  \(names.isEmpty ? "" : "and ")voices of your own"] : []
                : ["  of your own: " + own.joined(separator: ", ")]
            return ["\(title)\(formats)\(usual)"] + Self.wrapped(names) + others
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
