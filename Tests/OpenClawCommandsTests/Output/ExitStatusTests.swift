import Inference
import OpenClawCommands
import OpenClawHost
import Testing

@Suite struct ExitStatusTests {
    @Test(arguments: [
        (InferenceError.Code.unauthenticated, Int32(3)), (.permissionDenied, 3), (.quotaExhausted, 4),
        (.rateLimited, 4), (.connectionFailed, 5), (.unavailable, 5), (.deadlineExceeded, 5), (.truncated, 5),
        (.contentRejected, 6), (.planClientRefused, 6), (.modelNotFound, 7), (.unsupported, 7),
        (.invalidRequest, 8), (.contextTooLong, 8), (.invalidConfiguration, 2), (.cancelled, 130),
        (.malformedResponse, 1), ("something_new", 1), (.gatewayConfiguration, 78), (.gatewayBusy, 5),
    ])
    func followsFromTheErrorCode(_ code: InferenceError.Code, _ expected: Int32) {
        #expect(ExitStatus(code).code == expected)
    }

    @Test func hasUniqueCodesInItsTable() {
        #expect(Set(ExitStatus.table.map(\.code)).count == ExitStatus.table.count)
    }
}
