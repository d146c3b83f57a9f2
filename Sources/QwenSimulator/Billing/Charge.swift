/// What one call or task costs.
struct Charge: Sendable {
    enum Unit: String, Sendable { case second, image, character, token, voice }

    let endpoint: String
    let requestID: String
    let model: String
    let unit: Unit
    let quantity: Double
    /// Yuan for one unit.
    let price: Double
    var detail = ""

    var amount: Double { (quantity * price * 1_000_000).rounded() / 1_000_000 }
}
