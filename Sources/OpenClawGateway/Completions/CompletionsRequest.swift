import Inference

/// Writes a chat completion from a request of the completions protocol.
struct CompletionsRequest {
    private let root: JSONNode

    private static let known: Set<String> = [
        "model", "prompt", "max_tokens", "temperature", "top_p", "stop", "seed", "presence_penalty",
        "frequency_penalty", "stream", "stream_options", "user", "n", "best_of", "echo", "logprobs", "suffix",
    ]

    init(_ root: JSONNode) { self.root = root }

    func write(to draft: inout ChatDraft) throws(InferenceError) {
        try refuseWhatChatLacks()
        let prompt = try prompt()
        draft.text.beginObject()
        let names: [StaticString] = [
            "model", "max_tokens", "temperature", "top_p", "stop", "seed", "presence_penalty", "frequency_penalty",
            "stream", "stream_options",
        ]
        draft.copy(names, from: root)
        // There is no place to show it.
        draft.text.member("enable_thinking", false)
        draft.text.array("messages") {
            $0.object {
                $0.member("role", "user")
                $0.member("content", prompt)
            }
        }
        draft.text.endObject()
        draft.note("completion-over-chat", "the prompt was put to the model as a message of the user")
        draft.noteOthers(than: Self.known, in: root)
    }

    private func prompt() throws(InferenceError) -> JSONNode {
        guard let prompt = root.present("prompt") else {
            throw InferenceError(.invalidRequest, "expected 'prompt', a string")
        }
        if prompt.kind == .string { return prompt }
        let prompts = prompt.elements
        guard prompts.count == 1, prompts[0].kind == .string else {
            throw InferenceError(
                .unsupported,
                "expected 'prompt' to be one string: several prompts, and prompts of tokens, are not carried")
        }
        return prompts[0]
    }

    private func refuseWhatChatLacks() throws(InferenceError) {
        for name in ["n", "best_of"] where (root.present(name)?.int ?? 1) != 1 {
            throw InferenceError(.unsupported, "expected '\(name)' to be 1: one answer is given")
        }
        if root["echo"]?.bool == true {
            throw InferenceError(.unsupported, "expected no 'echo': chat models do not repeat the prompt")
        }
        for name in ["logprobs", "suffix"] {
            guard let node = root.present(name), node.innerBytes?.isEmpty != true else { continue }
            throw InferenceError(.unsupported, "expected no '\(name)': chat models have none")
        }
    }
}
