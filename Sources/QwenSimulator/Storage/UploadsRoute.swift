#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `GET uploads?action=getPolicy&model=`: the certificate with which a local file may be uploaded.
struct UploadsRoute: Sendable {
    private static let lifetime = 300
    private static let largest = 1024

    let service: SimulatedService
    let context: CallContext

    func reply() throws(ServiceError) -> Reply {
        let query = context.call.query
        guard query["action"] == "getPolicy" else {
            throw ServiceError("media_parameter", ["value": "action must be getPolicy"])
        }
        guard let model = query["model"], !model.isEmpty else { throw ServiceError("model_missing") }
        guard isSold(model) else { throw ServiceError("model_not_exist", ["model": model]) }
        let now = service.now()
        var generator = SeededGenerator(seed: service.world.seed, salt: "upload:\(context.requestID)")
        let day = ServiceTime.text(now).prefix(10)
        let directory = "dashscope-instant/\(generator.hexadecimal(32))/\(day)/\(generator.identifier())"
        let expires = now.addingTimeInterval(TimeInterval(Self.lifetime))
        let megabytes = service.world.media[model] == nil ? 100 : Self.largest
        service.storage.allow(
            .init(account: context.endpoint.keyRing, model: model, megabytes: megabytes, expires: expires),
            directory: directory)
        let address = StorageAddress(bucket: Self.bucket(context.endpoint), key: "")
        let policy = UploadPolicy(
            expires: expires, directory: directory, bucket: address.bucket, megabytes: megabytes
        ).encoded
        let data: JSON = [
            "policy": .string(policy),
            "signature": .string(StorageAddress.sign(policy, secret: service.storage.secret)),
            "upload_dir": .string(directory), "upload_host": .string(address.url(for: context)),
            "expire_in_seconds": .integer(Self.lifetime), "max_file_size_mb": .integer(megabytes),
            "capacity_limit_mb": 999_999_999, "oss_access_key_id": .string(StorageAddress.accessKey),
            "x_oss_object_acl": "private", "x_oss_forbid_overwrite": "true",
        ]
        return .json(["request_id": .string(context.requestID), "data": data])
    }

    private func isSold(_ model: String) -> Bool {
        if let card = service.world.media[model] {
            return card.isSold(on: context.endpoint) || card.socket(on: context.endpoint) != nil
        }
        return service.world.models[model]?.isSold(on: context.endpoint) ?? false
    }

    static func bucket(_ endpoint: EndpointCard) -> String { "dashscope-file-\(endpoint.region)" }
}
