import ArgumentParser

/// What a request that is explained is about.
package enum ExplainCapability: String, ExpressibleByArgument, CaseIterable, Sendable {
    case chat
    case vision
}
