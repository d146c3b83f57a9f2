import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is asked and used on a socket, read along as it passes.
struct SocketBill {
    /// What one task of the socket has used so far.
    struct Item {
        var model: String?
        var usage = GenerationUsage()
    }

    /// Bytes of a text that can start a task.
    private static let limit = 1 << 20

    private(set) var items: [Item] = []
    private var asked = SocketMessages(limit: limit)
    /// What counts is short; what is longer is sound.
    private var said = SocketMessages(limit: 64 << 10)
    /// The model in the address: it is the one for everything, and every count stands for itself.
    private let model: String?

    init(model: String?) {
        self.model = model
        if let model { items = [Item(model: model)] }
    }

    /// What everything cost; `nil` when something has no price.
    func cost(_ price: (Item) -> CostEstimate?) -> CostEstimate? {
        var total: CostEstimate?
        for item in items where item.usage != GenerationUsage() {
            guard let cost = price(item) else { return nil }
            total = CostEstimate(amount: (total?.amount ?? 0) + cost.amount, currency: cost.currency)
        }
        return total
    }

    /// Whether the client is in no frame of the service.
    var isBetweenAnswers: Bool { said.isBetweenFrames }

    /// How much of what the service has sent last may be handed on, so that the client is in no frame; `nil` when it is in one.
    var boundary: Int? { said.boundary }

    /// - Parameter permit: whether a model may be asked that a task names.
    /// - Throws: what `permit` throws; `.invalidRequest` for what cannot be read.
    mutating func clientSent(
        _ bytes: UnsafeRawBufferPointer, permit: (String?) throws(InferenceError) -> Void
    ) throws(InferenceError) {
        guard model == nil else { return }
        for text in try Self.texts(&asked, bytes) {
            guard let text else {
                throw InferenceError(.invalidRequest, "a message of the socket has more than \(Self.limit) bytes")
            }
            // A service may be more lenient than this reader, and take for a task what was not looked at.
            guard let root = try? JSONDocument(text).root else {
                throw InferenceError(.invalidRequest, "a message of the socket is no JSON")
            }
            guard root["header"]?["action"]?.string == "run-task" else { continue }
            let named = root["payload"]?["model"]?.string
            try permit(named)
            items.append(Item(model: named))
        }
    }

    /// - Parameter read: what a document of the service counts.
    /// - Returns: whether something was counted.
    mutating func serviceSent(
        _ bytes: UnsafeRawBufferPointer, read: ([UInt8]) -> NativeAnswer?
    ) throws(InferenceError) -> Bool {
        var counted = false
        for case let text? in try Self.texts(&said, bytes) {
            guard !items.isEmpty, let usage = read(text)?.generation else { continue }
            counted = true
            count(usage, in: &items[items.count - 1])
        }
        return counted
    }

    /// Tasks tell what they have used up to now, answers what they have used themselves.
    private func count(_ usage: GenerationUsage, in item: inout Item) {
        guard model != nil else {
            item.usage = usage
            return
        }
        item.usage.characters = Self.sum(item.usage.characters, usage.characters)
        item.usage.outputSeconds = Self.sum(item.usage.outputSeconds, usage.outputSeconds)
    }

    private static func sum<Number: Numeric>(_ one: Number?, _ other: Number?) -> Number? {
        guard let one else { return other }
        return one + (other ?? 0)
    }

    private static func texts(
        _ messages: inout SocketMessages, _ bytes: UnsafeRawBufferPointer
    ) throws(InferenceError) -> [[UInt8]?] {
        do { return try messages.read(bytes) } catch {
            throw InferenceError(.invalidRequest, "the socket has frames that the gateway does not read")
        }
    }
}
