#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension CallContext {
    /// Whether the call came to a host name of the real service, through the proxy.
    var isRealHost: Bool { call.host.contains(".") && call.host != "127.0.0.1" }

    /// The upload behind an `oss://` address, which this account may use for this model only.
    func upload(_ url: String, model: String, in service: SimulatedService) throws(ServiceError) -> UploadedFile {
        guard resolvesUploads else { throw ServiceError("data_inspection_url") }
        guard let file = service.storage.upload(String(url.dropFirst("oss://".count))),
            file.account == endpoint.keyRing, file.model == model,
            service.now().timeIntervalSince(file.created) < UploadedFile.lifetime
        else { throw ServiceError("data_inspection_download") }
        return file
    }
}
