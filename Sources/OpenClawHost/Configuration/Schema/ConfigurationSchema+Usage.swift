extension ConfigurationSchema {
    static let usage = object(
        [
            Property(
                "budget",
                object(
                    [Property("day", amounts("a day")), Property("month", amounts("a calendar month"))],
                    "What may be spent. A request that no longer fits is refused, an answer that passes it is stopped.")
            ),
            Property("plans", map(planUsage, "What you know better about a plan than the catalogue, by its id.")),
        ], "Money and plans; see docs/usage.md.")

    private static func amounts(_ period: String) -> ConfigurationSchema {
        map(atLeastZero("The amount."), "What may be spent in \(period), by currency, for example {USD: 5}.")
    }

    private static let planUsage = object(
        [
            Property(
                "renewalDay", integer(1...31, "The day of the month on which the subscription began; 1 by default.")),
            Property(
                "limits",
                map(integer(1...1_000_000_000, "How many."), "Limits of your edition by window, for example month.")),
        ], "One plan.")
}
