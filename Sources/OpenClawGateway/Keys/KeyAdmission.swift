import Inference
import OpenClawHost

/// A client with a virtual key.
final class KeyAdmission: Admission {
    let key: VirtualKey
    let services: KeyServices

    init(key: VirtualKey, services: KeyServices) {
        self.key = key
        self.services = services
    }

    var name: String { key.name }
    var virtualKey: String? { key.name }

    func begin(path: String) throws(InferenceError) {
        guard key.allowsRoute(path) else {
            throw InferenceError(.permissionDenied, "the key '\(key.name)' may not use \(path)")
        }
        try services.take(key)
        try services.checkBudget(of: key)
    }

    func afford(_ costs: [CostEstimate]) throws(InferenceError) { try services.checkBudget(of: key, for: costs) }

    func permit(model: String?) throws(InferenceError) {
        guard !key.models.isEmpty, !key.allowsModel(services.names(of: model)) else { return }
        let named = model.map { "the model '\($0)'" } ?? "the default model"
        throw InferenceError(.permissionDenied, "the key '\(key.name)' may not use \(named)")
    }
}
