import Digests
import NIOHTTP1

/// `/api/v1/files`: the files of the native dialect.
struct NativeFilesRoute {
    let service: SimulatedService
    let context: CallContext

    private var account: String { context.endpoint.keyRing }

    func reply(_ rest: String) throws(ServiceError) -> Reply {
        let parts = rest.split(separator: "/").map(String.init)
        switch (context.call.method, parts.count) {
        case ("POST", 1): return answer(try create())
        case ("GET", 1): return answer(list())
        case ("GET", 2): return answer(Self.json(try file(parts[1])))
        case ("DELETE", 2):
            service.files.remove(try file(parts[1]).id, of: account)
            return .json(["request_id": .string(context.requestID)])
        default: throw ServiceError("not_found")
        }
    }

    private func answer(_ data: JSON) -> Reply { .json(["request_id": .string(context.requestID), "data": data]) }

    private func create() throws(ServiceError) -> JSON {
        guard let form = MultipartForm(context.call) else { throw ServiceError("field_required", ["value": "files"]) }
        let parts = form.parts.filter { $0.name == "files" }
        guard !parts.isEmpty else { throw ServiceError("field_required", ["value": "files"]) }
        let descriptions = form.parts.filter { $0.name == "descriptions" }.map(\.text)
        let uploaded = parts.enumerated().map { index, part -> JSON in
            var generator = SeededGenerator(seed: service.world.seed, salt: "file:\(context.requestID):\(index)")
            let file = FileRecord(
                id: generator.identifier(), account: account, name: part.fileName ?? "file", purpose: "fine-tune",
                description: index < descriptions.count ? descriptions[index] : "", content: Array(part.content),
                created: service.now())
            service.files.add(file)
            return ["name": .string(file.name), "file_id": .string(file.id)]
        }
        return ["uploaded_files": .array(uploaded), "failed_uploads": []]
    }

    private func list() -> JSON {
        let query = context.call.query
        let page = max(1, query["page_no"].flatMap(Int.init) ?? 1)
        let size = max(1, query["page_size"].flatMap(Int.init) ?? 10)
        let files = service.files.files(of: account)
        return [
            "total": .integer(files.count), "page_no": .integer(page), "page_size": .integer(size),
            "files": .array(files.dropFirst((page - 1) * size).prefix(size).map(Self.json)),
        ]
    }

    private func file(_ id: String) throws(ServiceError) -> FileRecord {
        guard let file = service.files.file(id, of: account) else { throw ServiceError("file_missing", ["value": id]) }
        return file
    }

    private static func json(_ file: FileRecord) -> JSON {
        let digest = MD5.hash(file.content).hexadecimal
        return [
            "file_id": .string(file.id), "name": .string(file.name), "description": .string(file.description),
            "size": .integer(file.content.count), "md5": .string(digest),
            "gmt_create": .string(ServiceTime.text(file.created)),
        ]
    }
}
