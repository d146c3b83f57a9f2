package import ArgumentParser
import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `openclaw gateway keys new`: makes a key and shows it once.
package struct GatewayKeysNew: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a key for a client. It is shown once and stored as a hash only.",
        discussion: """
            Routes are chat, responses, embeddings, images, videos, audio, anthropic, native, metrics or paths such as '/v1/chat/*'.

            Examples:
              openclaw gateway keys new laptop
              openclaw gateway keys new ci --expires 30d --rpm 60 --budget-per-day 2USD
              openclaw gateway keys new embedder --routes embeddings --models '*embedding*'
            """)

    @Argument(help: "What to call it: letters, digits, '-', '_' and '.'.")
    package var name: String

    @Option(help: "Models it may use, as patterns separated by commas: 'provider/*-small,other'.")
    package var models: String?

    @Option(help: "Routes it may use, separated by commas.")
    package var routes: String?

    @Option(help: "When it ends: after a span such as 12h or 30d, or at a day such as 2027-01-31.")
    package var expires: String?

    @Option(help: "Requests per minute.")
    package var rpm: Int?

    @Option(help: "What it may spend in a day, with its currency: 2USD, 10CNY; separated by commas.")
    package var budgetPerDay: String?

    @Flag(help: "Take the place of the active key of this name.")
    package var rotate = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func validate() throws {
        if let rpm, rpm < 1 { throw ValidationError("--rpm takes a number from 1 on") }
    }

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let mint = VirtualKeyMint(try context.keys(of: installation), now: context.now)
        let minted = try mint.mint(name, try terms(context), rotates: rotate)
        if output.json {
            let view = VirtualKeyView(minted.key, at: context.now()).json
            guard case .object(var object) = view else { return }
            object["secret"] = .string(minted.secret.expose())
            return try context.show(json: .object(object))
        }
        try context.print(minted.secret.expose())
        context.note("this is the only time that the key '\(name)' is shown; clients send it as their API key")
    }

    private func terms(_ context: CommandContext) throws(InferenceError) -> VirtualKeyMint.Terms {
        var terms = VirtualKeyMint.Terms()
        terms.models = Self.list(models)
        terms.routes = Self.list(routes)
        terms.requestsPerMinute = rpm
        terms.expiresAt = try expires.map { text throws(InferenceError) in
            try KeyExpiry(text, now: context.now(), zone: context.zone).time
        }
        for text in Self.list(budgetPerDay) { terms.budgets.append(try Self.budget(text)) }
        return terms
    }

    private static func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { String($0).trimmingASCIIWhitespace() }.filter { !$0.isEmpty }
    }

    private static func budget(_ text: String) throws(InferenceError) -> Budget {
        let amount = text.filter { $0.isNumber || $0 == "." }
        let currency = text.filter { $0.isLetter }.uppercased()
        guard let limit = Decimal(string: amount), limit > 0, currency.count == 3,
            amount.count + 3 == text.filter({ !" =:".contains($0) }).count
        else {
            throw InferenceError(
                .invalidConfiguration, "--budget-per-day does not take '\(text)'; expected an amount and its currency",
                hint: "openclaw gateway keys new laptop --budget-per-day 2USD")
        }
        return Budget(period: .day, currency: currency, limit: limit)
    }
}
