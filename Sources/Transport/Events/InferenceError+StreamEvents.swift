import Inference

extension InferenceError {
    init(streamEventOver limit: Int) {
        self.init(.malformedResponse, "the service sent a stream event of more than \(limit) bytes")
    }
}
