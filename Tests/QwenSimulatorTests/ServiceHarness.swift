import NIOCore
import NIOHTTP1
import NIOPosix

@testable import QwenSimulator

/// The service without sockets: one call in, one reply out.
struct ServiceHarness {
    let service: SimulatedService

    init(_ configuration: SimulatorConfiguration = .init()) throws {
        service = try SimulatedService(configuration: configuration, group: MultiThreadedEventLoopGroup.singleton)
    }

    func key(_ endpoint: String) -> String {
        service.world.endpoints.cards.first { $0.id == endpoint }.map(service.world.keys.key) ?? ""
    }

    func reply(
        _ path: String, _ body: JSON?, endpoint: String = "standard-intl", key: String? = nil,
        headers: [(String, String)] = []
    ) async -> Answered {
        var all = HTTPHeaders([("host", "127.0.0.1:1")] + headers)
        let key = key ?? self.key(endpoint)
        if !key.isEmpty { all.add(name: "authorization", value: "Bearer \(key)") }
        let head = HTTPRequestHead(
            version: .http1_1, method: body == nil ? .GET : .POST, uri: "/\(endpoint)\(path)", headers: all)
        return Answered(await service.reply(to: HTTPCall(head: head, body: body?.bytes ?? [])))
    }

    func chat(_ body: JSON, endpoint: String = "standard-intl", headers: [(String, String)] = []) async -> Answered {
        let prefix = endpoint.hasPrefix("coding") ? "/v1" : "/compatible-mode/v1"
        return await reply(prefix + "/chat/completions", body, endpoint: endpoint, headers: headers)
    }

    func native(_ kind: String, _ body: JSON, stream: Bool = false) async -> Answered {
        await reply(
            "/api/v1/services/aigc/\(kind)-generation/generation", body,
            headers: stream ? [("x-dashscope-sse", "enable")] : [])
    }
}

/// A reply with its scripted body joined.
struct Answered {
    let status: Int
    let headers: HTTPHeaders
    let steps: [ReplyStep]
    let text: String

    init(_ reply: Reply) {
        status = reply.status
        headers = reply.headers
        switch reply.body {
        case .whole(let bytes):
            steps = [.bytes(bytes)]
            text = String(decoding: bytes, as: UTF8.self)
        case .steps(let all):
            steps = all
            let bytes = all.flatMap { step -> [UInt8] in if case .bytes(let bytes) = step { bytes } else { [] } }
            text = String(decoding: bytes, as: UTF8.self)
        case .live, .lost:
            steps = []
            text = ""
        }
    }

    var json: JSON { (try? JSONParser.parse(text)) ?? nil }

    /// The message of an error in any shape.
    var message: String { (json["error"]?["message"] ?? json["error"] ?? json["message"])?.string ?? "" }

    var code: String? { (json["error"]?["code"] ?? json["code"])?.string }

    /// The JSON of each `data:` line.
    var events: [JSON] {
        text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("data:") else { return nil }
            return try? JSONParser.parse(String(line.dropFirst(5)))
        }
    }

    var deltas: [JSON] { events.compactMap { $0["choices"]?.array?.first?["delta"] } }

    func joined(_ field: String) -> String { deltas.compactMap { $0[field]?.string }.joined() }
}

func user(_ text: String) -> JSON { [["role": "user", "content": .string(text)]] }

let weatherTool: JSON = [
    "type": "function",
    "function": [
        "name": "get_weather", "description": "Tells the weather of a city.",
        "parameters": ["type": "object", "properties": ["city": ["type": "string"]], "required": ["city"]],
    ],
]

extension ServiceHarness {
    static let video = "/api/v1/services/aigc/video-generation/video-synthesis"

    /// Submits a task and returns the answer.
    func submit(
        _ path: String, _ body: JSON, endpoint: String = "standard-intl", headers: [(String, String)] = []
    ) async -> Answered {
        await reply(path, body, endpoint: endpoint, headers: [("x-dashscope-async", "enable")] + headers)
    }

    func task(_ submitted: Answered, endpoint: String = "standard-intl") async -> Answered {
        let id = submitted.json["output"]?["task_id"]?.string ?? ""
        return await reply("/api/v1/tasks/\(id)", nil, endpoint: endpoint)
    }

    /// Submits a task and returns how it ended.
    func finished(
        _ path: String, _ body: JSON, endpoint: String = "standard-intl", headers: [(String, String)] = []
    ) async -> Answered {
        let submitted = await submit(path, body, endpoint: endpoint, headers: headers)
        guard submitted.status == 200 else { return submitted }
        service.clock.advance(by: 1000)
        return await task(submitted, endpoint: endpoint)
    }

    func raw(_ method: HTTPMethod, _ uri: String, _ body: [UInt8] = [], headers: [(String, String)] = []) async
        -> Answered
    {
        let all = HTTPHeaders([("host", "127.0.0.1:1")] + headers)
        let head = HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: all)
        return Answered(await service.reply(to: HTTPCall(head: head, body: body)))
    }

    /// Fetches a result, whose address begins with the local host.
    func fetch(_ url: String?, headers: [(String, String)] = []) async -> Answered {
        await raw(.GET, (url ?? "").replacing("http://127.0.0.1:1", with: ""), headers: headers)
    }

    func admin(_ method: HTTPMethod, _ path: String, _ body: JSON = [:]) async -> JSON {
        await raw(method, "/__simulator\(path)", body.bytes).json
    }
}
