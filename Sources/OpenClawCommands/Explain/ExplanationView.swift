import Inference
import OpenClawHost

/// An explanation in its two shapes. People read it from top to bottom: what, where, with which key, then the details.
struct ExplanationView: Renderable {
    private let explanation: ChatExplanation
    private let network: NetworkWay
    private let style: TextStyle
    private let zone: LocalZone
    private let columns: Int?

    init(_ explanation: ChatExplanation, network: NetworkWay, context: CommandContext) {
        self.explanation = explanation
        self.network = network
        style = context.style
        zone = context.zone
        columns = context.output.columns
    }

    private var ways: WaysView { WaysView(explanation.ways, style: style, zone: zone) }

    var json: JSONValue { ExplanationJSON(explanation, network: network, ways: ways).value }

    var text: [String] {
        var text = ExplanationLines(style: style, columns: columns)
        text.begin("Model")
        text.add(head: explanation.model.value)
        text.add(explanation.model)
        text.begin("Endpoint")
        text.add(head: explanation.route.endpoint.label)
        text.add("at", explanation.request.url)
        text.add(explanation.endpoint)
        for other in explanation.otherEndpoints where !other.isObvious { text.add("not", other.line) }
        text.begin("Key")
        text.add(head: explanation.credential.value)
        text.add(explanation.credential)
        for other in explanation.otherCredentials where !other.isObvious { text.add("not", other.line) }
        text.begin("Sends")
        for line in ParameterTable(explanation, style: style).lines { text.add(line: line) }
        for change in untold { text.add("also", change) }
        addFacts(to: &text)
        return text.lines
    }

    private func addFacts(to text: inout ExplanationLines) {
        text.begin("Limits")
        text.add(line: LimitText.tokens(explanation.limits))
        text.add("from", explanation.limits.source)
        if let plan = explanation.limits.plan {
            text.add(line: LimitText.windows(of: plan))
            text.add("see", "openclaw usage")
        }
        text.begin("Price")
        let price = PriceText(explanation.price)
        for line in price.lines { text.add(line: line) }
        text.add("from", price.source)
        text.begin("Order")
        for line in ways.lines { text.add(line: line) }
        text.begin("Times")
        text.add(line: times)
        text.add("from", explanation.totalTime.source)
        text.begin("Network")
        text.add(line: network.proxy.map { "through \($0)" } ?? "directly")
        text.add("trust", network.certificates)
    }

    /// Changes that no line of the table tells of, for example of the messages.
    private var untold: [String] {
        explanation.adjustments.map(\.message).filter { message in
            !explanation.parameters.contains { $0.why.contains(message) }
        }
    }

    private var times: String {
        let deadlines = explanation.outgoing.deadlines
        let text = { (limit: Duration?) in limit.map { "\(LimitText.seconds($0)) s" } ?? "no limit" }
        return "connect \(text(deadlines.connect)), first byte \(text(deadlines.firstByte)), "
            + "silence \(text(deadlines.idle)), total \(text(deadlines.total))"
    }
}

extension PassedOver {
    /// Other regions and empty places are no news.
    fileprivate var isObvious: Bool {
        isAbsent || ["other_region", "no_credential", "custom_host", "no_chat"].contains(code)
    }

    fileprivate var line: String {
        ["needs_consent", "lacks_model", "not_named"].contains(code) ? reason : "\(name): \(reason)"
    }
}
