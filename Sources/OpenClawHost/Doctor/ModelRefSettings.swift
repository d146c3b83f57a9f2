import Inference

/// Every setting that names models.
struct ModelRefSettings {
    /// One ref and where it stands.
    struct Setting {
        var path: [String]
        var ref: String
        /// Its place in an array.
        var index: Int?
        /// Whether it is a key instead of a value.
        var isKey = false

        var isPrimary: Bool {
            path == ["agents", "defaults", "model", "primary"] || path == ["agents", "defaults", "model"]
        }
    }

    let all: [Setting]

    init(_ settings: SettingsView) {
        var all: [Setting] = []
        for name in ["model", "imageModel"] {
            let path = ["agents", "defaults", name]
            let value = settings.value(path)
            if let ref = value?.string { all.append(Setting(path: path, ref: ref)) }
            if let ref = value?["primary"]?.string { all.append(Setting(path: path + ["primary"], ref: ref)) }
            for (index, ref) in (value?["fallbacks"]?.array ?? []).enumerated() {
                if let ref = ref.string { all.append(Setting(path: path + ["fallbacks"], ref: ref, index: index)) }
            }
        }
        let models = ["agents", "defaults", "models"]
        for member in settings.value(models)?.object?.members ?? [] {
            all.append(Setting(path: models + [member.key], ref: member.key, isKey: true))
        }
        self.all = all
    }
}

extension ModelRefSettings.Setting {
    /// The changes that write refs another way; a list is written as a whole, so all of its refs change at once.
    func rewritten(in settings: SettingsView, _ current: (String) -> String) -> [SettingChange] {
        if isKey {
            let target = Array(path.dropLast() + [current(ref)])
            let moved = settings.value(target) == nil ? [SettingChange(target, settings.value(path))] : []
            return moved + [SettingChange(path, nil)]
        }
        guard index != nil else { return [SettingChange(path, .string(current(ref)))] }
        let list = (settings.value(path)?.array ?? []).map { element in
            element.string.map { .string(current($0)) } ?? element
        }
        return [SettingChange(path, .array(list))]
    }
}
