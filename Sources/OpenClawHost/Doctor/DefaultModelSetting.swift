import Inference

/// The model settings that hold refs.
struct DefaultModelSetting {
    /// `agents.defaults.model`, as text or as `primary`.
    let primary: String?

    init(_ settings: SettingsView) {
        let value = settings.value(["agents", "defaults", "model"])
        primary = value?.string ?? value?["primary"]?.string
    }
}
