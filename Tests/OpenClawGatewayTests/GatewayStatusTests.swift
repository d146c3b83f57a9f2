import Inference
import OpenClawGateway
import Testing

@Suite struct GatewayStatusTests {
    @Test(arguments: [
        (InferenceError(.budgetExceeded, "over"), 402), (InferenceError(.modelNotFound, "none"), 404),
        (InferenceError(.quotaExhausted, "used up", status: 403), 403),
        (InferenceError(.quotaExhausted, "used up", status: 429), 429),
        (InferenceError("odd", "new kind", status: 413), 413), (InferenceError("odd", "new kind"), 500),
    ])
    func failuresKeepTheirMeaning(_ error: InferenceError, _ status: Int) {
        #expect(error.gatewayStatus == status)
    }
}
