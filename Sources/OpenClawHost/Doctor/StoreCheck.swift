import Inference

/// Whether the state database is sound.
struct StoreCheck: DoctorCheck {
    let id = "store"

    func run(_ context: DoctorContext) async -> [DoctorFinding] {
        guard let store = context.store else { return [] }
        let shown = context.locations.shortened(store.path)
        let aside = "mv \(Shell.quoted(store.path)) \(Shell.quoted(store.path + ".broken"))"
        do throws(InferenceError) {
            guard let faults = try store.inspect() else { return [] }
            guard let first = faults.first else { return [finding(.ok, "\(shown) is sound")] }
            return [finding(.error, "\(shown) is damaged: \(first)", fixCommand: aside)]
        } catch {
            return [finding(.error, "\(shown) cannot be used: \(error.message)", fixCommand: aside)]
        }
    }
}
