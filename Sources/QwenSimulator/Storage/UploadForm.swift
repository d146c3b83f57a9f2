import Digests
import NIOHTTP1

/// Takes an upload as the storage does: every rule of the policy, the file last, XML when refused.
struct UploadForm: Sendable {
    private static let headSize = 64 * 1024

    let service: SimulatedService

    func reply(to call: HTTPCall) -> Reply {
        guard let form = MultipartForm(call) else {
            return StorageRoute.failure(
                400, "MalformedPOSTRequest", "The body of your POST request is not well-formed.")
        }
        guard let place = form.parts.firstIndex(where: { $0.name == "file" }) else {
            return StorageRoute.failure(400, "InvalidArgument", "POST requires exactly one file upload per request.")
        }
        // What follows the file is not read.
        var fields: [String: String] = [:]
        for part in form.parts[..<place] { fields[part.name] = part.text }
        return store(form.parts[place].content, fields)
    }

    private func store(_ content: ArraySlice<UInt8>, _ fields: [String: String]) -> Reply {
        func denied(_ message: String) -> Reply { StorageRoute.failure(403, "AccessDenied", message) }
        guard let key = fields["key"], let policy = fields["policy"], let signature = fields["Signature"] else {
            return denied("Invalid according to Policy: fields are missing or stand after the file.")
        }
        guard fields["OSSAccessKeyId"] == StorageAddress.accessKey else {
            return StorageRoute.failure(403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist.")
        }
        guard signature == StorageAddress.sign(policy, secret: service.storage.secret) else {
            return StorageRoute.failure(403, "SignatureDoesNotMatch", "The policy signature does not match.")
        }
        let directory = key.lastIndex(of: "/").map { String(key[..<$0]) } ?? ""
        guard let certificate = service.storage.certificate(directory), key.utf8.count > directory.utf8.count + 1 else {
            return denied("Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$key\", ...]")
        }
        guard service.now() < certificate.expires else { return denied("Invalid according to Policy: Policy expired.") }
        guard fields["x-oss-object-acl"] == "private" else {
            return denied(
                "Invalid according to Policy: Policy Condition failed: [\"eq\", \"$x-oss-object-acl\", \"private\"]")
        }
        guard fields["x-oss-forbid-overwrite"] == "true" else {
            return denied(
                "Invalid according to Policy: Policy Condition failed: [\"eq\", \"$x-oss-forbid-overwrite\", \"true\"]")
        }
        guard content.count <= certificate.megabytes << 20 else {
            return StorageRoute.failure(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.")
        }
        let digest = SHA256.hash(content).hexadecimal
        let file = UploadedFile(
            key: key, account: certificate.account, model: certificate.model, size: content.count, digest: digest,
            head: Array(content.prefix(Self.headSize)), created: service.now())
        guard service.storage.add(file) else {
            return StorageRoute.failure(
                409, "FileAlreadyExists", "The object you specified already exists and can not be overwritten.")
        }
        let status = fields["success_action_status"].flatMap(Int.init) ?? 204
        return Reply(
            status: [200, 201].contains(status) ? status : 204, headers: ["server": "AliyunOSS"], body: .whole([]))
    }
}
