import Foundation
import Inference
import Qwen
import Testing

/// Costs of real rows, computed by hand from the vendor's lists.
@Suite struct CataloguePricesTests {
    struct Bill: Sendable, CustomTestStringConvertible {
        var model: ModelID
        var endpoint: EndpointID
        var usage: Usage
        var thinking = false
        var expected: String

        var testDescription: String { "\(model) on \(endpoint): \(expected)" }
    }

    @Test(arguments: [
        Bill(
            model: "qwen3.5-plus", endpoint: "standard-intl", usage: Usage(input: 262_144, output: 1000),
            expected: "USD 0.1072576"),
        Bill(
            model: "qwen3.5-plus", endpoint: "standard-intl", usage: Usage(input: 262_145, output: 1000),
            expected: "USD 0.1340725"),
        Bill(
            model: "qwen3.5-plus", endpoint: "standard-cn", usage: Usage(input: 131_072, output: 1000),
            expected: "CNY 0.1096576"),
        Bill(
            model: "qwen3.5-plus", endpoint: "standard-cn", usage: Usage(input: 131_073, output: 1000),
            expected: "CNY 0.274146"),
        Bill(
            model: "qwen3.5-plus", endpoint: "standard-cn", usage: Usage(input: 10_000, output: 0, cacheRead: 8000),
            expected: "CNY 0.00288"),
        Bill(
            model: "qwen3.5-plus", endpoint: "standard-cn",
            usage: Usage(input: 10_000, output: 0, cacheRead: 4000, cacheWrite: 2000), expected: "CNY 0.00552"),
        Bill(
            model: "qwen-plus", endpoint: "standard-intl", usage: Usage(input: 1000, output: 1000),
            expected: "USD 0.0016"),
        Bill(
            model: "qwen-plus", endpoint: "standard-intl", usage: Usage(input: 1000, output: 1000), thinking: true,
            expected: "USD 0.0044"),
        Bill(
            model: "kimi-k2.5", endpoint: "standard-cn", usage: Usage(input: 1_000_000, output: 0, cacheRead: 500_000),
            expected: "CNY 2.4"),
        Bill(
            model: "kimi-k2.5", endpoint: "standard-us",
            usage: Usage(input: 1_000_000, output: 0, cacheRead: 500_000, cacheWrite: 500_000), expected: "CNY 2.7"),
        Bill(
            model: "glm-5", endpoint: "standard-cn", usage: Usage(input: 32_769, output: 0, cacheRead: 32_768),
            expected: "CNY 0.0393276"),
        Bill(
            model: "qwen3.5-omni-plus", endpoint: "standard-intl", usage: Usage(input: 2000, output: 1000, audio: 1000),
            expected: "USD 0.0207"),
        Bill(
            model: "text-embedding-v4", endpoint: "standard-cn", usage: Usage(input: 3, output: 0),
            expected: "CNY 0.0000015"),
    ])
    func matchesTheBill(bill: Bill) throws {
        let price = try #require(try price(of: bill.model, on: bill.endpoint))
        let cost = try #require(price.cost(of: bill.usage, thinking: bill.thinking))
        #expect("\(price.currency) \(cost)" == bill.expected)
    }

    @Test func isUnknownWhereNobodyPublishedAPrice() throws {
        #expect(try price(of: "MiniMax-M2.5", on: "standard-intl") == nil)
        #expect(try price(of: "qwen3.5-plus", on: "coding-intl") == nil)
        let price = try #require(try price(of: "qwen-mt-plus", on: "standard-cn"))
        #expect(price.cost(of: Usage(input: 10, output: 1, cacheRead: 5), thinking: false) == nil)
    }

    private func price(of model: ModelID, on endpoint: EndpointID) throws -> Price? {
        let manifest = try #require(try QwenCatalogue.manifests().first)
        let descriptor = try #require(manifest.model(model))
        return descriptor.price(on: try #require(manifest.endpoint(endpoint)))
    }
}
