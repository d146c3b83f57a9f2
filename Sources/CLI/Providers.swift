import Inference
import Qwen

/// The providers of this build: one line each.
enum Providers {
    @Sendable static func all() throws(InferenceError) -> [any ModelProvider] {
        try QwenProvider.all()
    }
}
