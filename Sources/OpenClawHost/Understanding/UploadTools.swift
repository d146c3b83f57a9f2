package import Inference

/// What it takes to bring files into the temporary store of a service.
package struct UploadTools: Sendable {
    let store: any JobStore
    let services: JobServices
    let transport: any HTTPTransport
    let fetcher: ResultFetcher

    package init(
        store: any JobStore, services: JobServices, transport: any HTTPTransport, fetcher: ResultFetcher
    ) {
        self.store = store
        self.services = services
        self.transport = transport
        self.fetcher = fetcher
    }
}
