extension SimulatorBanner {
    init(world: SimulatedWorld, configuration: SimulatorConfiguration, port: Int, proxyPort: Int?) {
        let root = "http://127.0.0.1:\(port)"
        url = root
        adminURL = root + AdminRoutes.prefix
        proxyURL = proxyPort.map { "http://127.0.0.1:\($0)" }
        caFile = proxyPort == nil ? nil : configuration.caFile
        seed = configuration.seed
        endpoints = world.endpoints.cards.map { card in
            let base = "\(root)/\(card.id)"
            return Endpoint(
                id: card.id, plan: card.plan, region: card.region, label: card.label, host: card.realHost,
                hosts: card.hosts.isEmpty ? [card.realHost] : card.hosts, compatibleURL: base + card.compatible,
                nativeURL: card.native.map { base + $0 }, anthropicURL: base + card.anthropic,
                key: world.keys.key(for: card))
        }
    }

    /// The banner for people.
    public var text: String {
        var lines = ["Qwen Cloud is simulated at \(url)"]
        if let proxyURL {
            lines.append("HTTPS proxy: HTTPS_PROXY=\(proxyURL)" + (caFile.map { " SSL_CERT_FILE=\($0)" } ?? ""))
        }
        for endpoint in endpoints {
            lines.append("\(endpoint.label)\n  \(endpoint.compatibleURL)\n  key \(endpoint.key)")
        }
        return lines.joined(separator: "\n")
    }
}
