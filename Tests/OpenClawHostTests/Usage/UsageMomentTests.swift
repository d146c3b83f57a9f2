import Inference
import Testing

@testable import OpenClawHost

@Suite struct UsageMomentTests {
    /// Wednesday 2026-11-25, 01:30 in Beijing.
    private let now = 1_795_541_400.0

    @Test(arguments: [
        ("2026-11-01", "2026-10-31T16:00:00Z"), ("2026-11-01T08:00:00Z", "2026-11-01T08:00:00Z"),
        ("2026-11-01T08:00:00+08:00", "2026-11-01T00:00:00Z"),
        ("today", "2026-11-24T16:00:00Z"), ("Yesterday", "2026-11-23T16:00:00Z"), ("monday", "2026-11-22T16:00:00Z"),
        ("month", "2026-10-31T16:00:00Z"), ("24h", "2026-11-23T17:30:00Z"), ("1d", "2026-11-24T16:00:00Z"),
        ("7d", "2026-11-18T16:00:00Z"), ("now", "2026-11-24T17:30:00Z"),
    ])
    func readsWhatPeopleType(text: String, expected: String) throws {
        let moment = try UsageMoment(text, now: now, zone: .fixed(28_800), option: "--since")
        #expect(ISODate(moment.time).text == expected)
    }

    @Test(arguments: ["", "d", "0d", "-3d", "soon", "2026-02-30", "7w", "99999999h"])
    func namesTheOptionForAnythingElse(text: String) {
        let error = #expect(throws: InferenceError.self) {
            try UsageMoment(text, now: now, zone: .fixed(0), option: "--until")
        }
        #expect(error?.code == .invalidConfiguration)
        #expect(error?.message.contains("--until") == true)
    }
}
