import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct UsageSettingsTests {
    @Test func readsBudgetsExactlyAndPlansAsTheyStand() throws {
        let settings = UsageSettings(
            configuration: try JSONValue(
                parsing: """
                    {"usage": {"budget": {"day": {"USD": 0.1, "cny": 3e1}, "month": {"USD": 12}},
                     "plans": {"coding": {"renewalDay": 14, "limits": {"five_hour": 1200}}}}}
                    """))
        #expect(
            settings.budgets == [
                Budget(period: .day, currency: "USD", limit: Decimal(sign: .plus, exponent: -1, significand: 1)),
                Budget(period: .day, currency: "CNY", limit: 30), Budget(period: .month, currency: "USD", limit: 12),
            ])
        #expect(settings.plans["coding"]?.renewalDay == 14)
        #expect(settings.plans["coding"]?.limits == ["five_hour": 1200])
    }

    @Test func isEmptyWithoutConfiguration() { #expect(UsageSettings(configuration: [:]) == UsageSettings()) }

    @Test(arguments: ["day", "month"])
    func isKnownToTheSchema(period: String) {
        let path = ConfigurationPath(["usage", "budget", period, "USD"].map { .key($0) })
        #expect(ConfigurationSchema.openclaw.schema(at: path) != nil)
    }
}
