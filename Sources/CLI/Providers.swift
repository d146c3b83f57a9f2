import Inference

/// The providers of this build: one line each.
enum Providers {
    static let all: [any ModelProvider] = []
}
