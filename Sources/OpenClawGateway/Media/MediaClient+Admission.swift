import Inference
import OpenClawHost

extension MediaClient {
    init(_ admission: (any Admission)?) {
        self.init(
            name: admission?.virtualKey,
            permit: { model throws(InferenceError) in try admission?.permit(model: model) },
            afford: { costs throws(InferenceError) in try admission?.afford(costs) })
    }
}
