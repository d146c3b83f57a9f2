package import OpenClawHost

/// Which of the two lists of fallbacks a family of commands is about.
package protocol FallbackKind: Sendable {
    static var role: ModelSettingsEdit.Role { get }
    static var command: String { get }
    /// What the models of the list do, as the command's help says it.
    static var model: String { get }
    static var fallbacks: String { get }
}

/// The fallbacks of the default model.
package enum ChatFallbacks: FallbackKind {
    package static let role = ModelSettingsEdit.Role.chat
    package static let command = "fallbacks"
    package static let model = "default model"
    package static let fallbacks = "fallbacks"
}

/// The fallbacks of the model that looks at images.
package enum ImageFallbacks: FallbackKind {
    package static let role = ModelSettingsEdit.Role.image
    package static let command = "image-fallbacks"
    package static let model = "image model"
    package static let fallbacks = "image fallbacks"
}
