/// Everything that does not change while a simulator runs.
struct SimulatedWorld: Sendable {
    let endpoints: EndpointTable
    let models: ModelTable
    let media: MediaTable
    let errors: ErrorTable
    let prices: PriceTable
    let keys: KeyRing
    let seed: UInt64

    init(seed: UInt64) throws {
        endpoints = try EndpointTable(PackageResources.endpoints_json)
        models = try ModelTable(PackageResources.models_json)
        media = try MediaTable(PackageResources.media_json)
        errors = try ErrorTable(PackageResources.errors_json)
        prices = try PriceTable(PackageResources.prices_json)
        keys = KeyRing(seed: seed, endpoints: endpoints)
        self.seed = seed
    }
}
