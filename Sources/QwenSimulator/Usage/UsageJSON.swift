/// How the dialects write usage.
struct UsageJSON {
    let usage: Usage
    let card: ModelCard

    var compatible: JSON {
        var object: JSONObject = [
            "prompt_tokens": .integer(usage.prompt), "completion_tokens": .integer(usage.completion),
            "total_tokens": .integer(usage.total),
        ]
        guard card.kind != .translation else {
            object["prompt_tokens_details"] = .null
            object["completion_tokens_details"] = .null
            return .object(object)
        }
        object["prompt_tokens_details"] = .object(promptDetails)
        object["completion_tokens_details"] = .object(completionDetails)
        return .object(object)
    }

    var native: JSON {
        var object: JSONObject = [
            "input_tokens": .integer(usage.prompt), "output_tokens": .integer(usage.completion),
            "total_tokens": .integer(usage.total),
        ]
        var inputs: JSONObject = ["text_tokens": .integer(usage.text)]
        if usage.image > 0 {
            inputs["image_tokens"] = .integer(usage.image)
            object["image_tokens"] = .integer(usage.image)
        }
        if usage.video > 0 {
            inputs["video_tokens"] = .integer(usage.video)
            object["video_tokens"] = .integer(usage.video)
        }
        object["input_tokens_details"] = .object(inputs)
        object["output_tokens_details"] = .object(completionDetails)
        object["prompt_tokens_details"] = ["cached_tokens": .integer(usage.cached)]
        return .object(object)
    }

    private var promptDetails: JSONObject {
        var details: JSONObject = ["cached_tokens": .integer(usage.cached)]
        if usage.isExplicit {
            details["cache_creation_input_tokens"] = .integer(usage.created)
            details["cache_type"] = "ephemeral"
            details["cache_creation"] = ["ephemeral_5m_input_tokens": .integer(usage.created)]
        }
        if card.inputs.count > 1 {
            details["text_tokens"] = .integer(usage.text)
            if usage.image > 0 { details["image_tokens"] = .integer(usage.image) }
            if usage.video > 0 { details["video_tokens"] = .integer(usage.video) }
            if usage.audio > 0 { details["audio_tokens"] = .integer(usage.audio) }
        }
        return details
    }

    private var completionDetails: JSONObject {
        guard card.thinking != .never else { return ["text_tokens": .integer(usage.answer)] }
        return ["reasoning_tokens": .integer(usage.reasoning), "text_tokens": .integer(usage.answer)]
    }
}
