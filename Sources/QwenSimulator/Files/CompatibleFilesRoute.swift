import NIOHTTP1

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `/files` of the compatible dialect, in China and Singapore.
struct CompatibleFilesRoute {
    private static let purposes = ["file-extract": 150, "batch": 500]

    let service: SimulatedService
    let context: CallContext

    private var account: String { context.endpoint.keyRing }

    func reply(_ rest: String) throws(ServiceError) -> Reply {
        guard ["cn", "intl"].contains(context.endpoint.region) else { throw ServiceError("empty_404") }
        let parts = rest.split(separator: "/").map(String.init)
        switch (context.call.method, parts.count) {
        case ("POST", 1): return try create()
        case ("GET", 1): return list()
        case ("GET", 2): return .json(Self.json(try file(parts[1])))
        case ("DELETE", 2):
            service.files.remove(try file(parts[1]).id, of: account)
            return .json(["object": "file", "deleted": true, "id": .string(parts[1])])
        case ("GET", 3) where parts[2] == "content":
            let file = try file(parts[1])
            guard file.purpose == "batch_output" else {
                throw ServiceError("media_parameter", ["value": "only the output of a batch can be downloaded"])
            }
            return Reply(status: 200, headers: ["content-type": "application/octet-stream"], body: .whole(file.content))
        default: throw ServiceError("empty_404")
        }
    }

    private func create() throws(ServiceError) -> Reply {
        guard let form = MultipartForm(context.call), let part = form.parts.first(where: { $0.name == "file" }) else {
            throw ServiceError("field_required", ["value": "file"])
        }
        let purpose = form["purpose"] ?? ""
        guard let megabytes = Self.purposes[purpose] else {
            throw ServiceError("media_parameter", ["value": "purpose must be file-extract or batch"])
        }
        guard part.content.count <= megabytes << 20 else { throw ServiceError("body_too_large") }
        var generator = SeededGenerator(seed: service.world.seed, salt: "file:\(context.requestID)")
        let kind = purpose == "batch" ? "batch" : "fe"
        let file = FileRecord(
            id: "file-\(kind)-\(generator.hexadecimal(24))", account: account, name: part.fileName ?? "file",
            purpose: purpose, description: "", content: Array(part.content), created: service.now())
        service.files.add(file)
        return .json(Self.json(file))
    }

    private func list() -> Reply {
        let query = context.call.query
        var files = Array(service.files.files(of: account).reversed())
        if let purpose = query["purpose"] { files = files.filter { $0.purpose == purpose } }
        if let after = query["after"], let index = files.firstIndex(where: { $0.id == after }) {
            files = Array(files[(index + 1)...])
        }
        let page = files.prefix(min(2000, query["limit"].flatMap(Int.init) ?? 20))
        return .json([
            "object": "list", "data": .array(page.map(Self.json)), "has_more": .bool(files.count > page.count),
        ])
    }

    private func file(_ id: String) throws(ServiceError) -> FileRecord {
        guard let file = service.files.file(id, of: account) else { throw ServiceError("file_missing", ["value": id]) }
        return file
    }

    static func json(_ file: FileRecord) -> JSON {
        [
            "id": .string(file.id), "object": "file", "bytes": .integer(file.content.count),
            "created_at": .integer(Int(file.created.timeIntervalSince1970)), "filename": .string(file.name),
            "purpose": .string(file.purpose), "status": "processed", "status_details": nil,
        ]
    }
}
