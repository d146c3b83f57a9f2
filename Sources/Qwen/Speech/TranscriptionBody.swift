import Inference

/// Writes the document of a transcription in the shape that its model takes.
struct TranscriptionBody {
    let plan: GenerationPlan
    let source: String
    let wire: TranscriptionWire

    var value: JSONValue {
        var body: JSONObject = ["model": .string(plan.model.rawValue), "input": .object(input)]
        let parameters = parameters
        if !parameters.isEmpty { body["parameters"] = .object(parameters) }
        return .object(body)
    }

    private var input: JSONObject {
        switch wire {
        case .file: return ["file_url": .string(source)]
        case .files: return ["file_urls": [.string(source)]]
        case .socket, .session: return [:]
        case .message:
            var messages: [JSONValue] = []
            if let prompt = plan.prompt {
                messages.append(["role": "system", "content": [["text": .string(prompt)]]])
            }
            messages.append(["role": "user", "content": [["audio": .string(source)]]])
            return ["messages": .array(messages)]
        case .sound:
            let sound: JSONValue = ["type": "input_audio", "input_audio": ["data": .string(source)]]
            return ["messages": [["role": "user", "content": [sound]]]]
        }
    }

    private var parameters: JSONObject {
        switch wire {
        case .file, .files, .socket, .session: return plan.parameters
        case .message: return plan.parameters.isEmpty ? [:] : ["asr_options": .object(plan.parameters)]
        case .sound:
            var parameters = plan.parameters
            parameters["format"] = format.map { .string($0) }
            parameters["sample_rate"] = "16000"
            return parameters
        }
    }

    /// What the file is, as the service calls it.
    private var format: String? {
        plan.inputs.first?.input.facts.mediaType.map(QwenTranscriptionModel.format(of:))
    }
}
