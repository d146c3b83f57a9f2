package import ArgumentParser
import Inference
import OpenClawHost

/// A server of the user's own, for `--auth-choice custom-api-key`.
package struct OnboardCustomOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Its base URL.", valueName: "url"))
    package var customBaseUrl: String?

    @Option(help: ArgumentHelp("The model to use there.", valueName: "id"))
    package var customModelId: String?

    @Option(help: ArgumentHelp("The name of the provider in refs.", valueName: "id"))
    package var customProviderId: String?

    @Option(help: .private)
    package var customApiKey: String?

    @Option(help: .private)
    package var customCompatibility: String?

    package init() {}

    func apply(to options: inout OnboardingOptions) {
        options.custom.baseURL = customBaseUrl
        options.custom.modelID = customModelId
        options.custom.providerID = customProviderId
        options.custom.key = customApiKey.map { Secret($0) }
        options.custom.compatibility = customCompatibility
    }
}
