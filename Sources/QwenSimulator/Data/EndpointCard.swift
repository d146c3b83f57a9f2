/// One plan in one region: its real hosts, its paths and which keys it takes.
struct EndpointCard: Sendable {
    let id: String
    let plan: String
    let region: String
    let label: String
    let hosts: [String]
    let workspaceRegion: String?
    let compatible: String
    let native: String?
    let anthropic: String
    let keyRing: String
    let keyPrefix: String
    let listsModels: Bool

    init?(_ entry: JSON) {
        guard let id = entry["id"]?.string, let plan = entry["plan"]?.string, let region = entry["region"]?.string,
            let label = entry["label"]?.string, let hosts = entry["hosts"]?.strings,
            let compatible = entry["compatible"]?.string, let anthropic = entry["anthropic"]?.string,
            let keyRing = entry["keyRing"]?.string, let keyPrefix = entry["keyPrefix"]?.string
        else { return nil }
        self.id = id
        self.plan = plan
        self.region = region
        self.label = label
        self.hosts = hosts
        workspaceRegion = entry["workspaceRegion"]?.string
        self.compatible = compatible
        native = entry["native"]?.string
        self.anthropic = anthropic
        self.keyRing = keyRing
        self.keyPrefix = keyPrefix
        listsModels = entry["listsModels"]?.bool ?? false
    }

    /// The host that a client of the real service would call.
    var realHost: String {
        hosts.first ?? "\(EndpointTable.exampleWorkspace).\(workspaceRegion ?? region).maas.aliyuncs.com"
    }
}
