import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

func pieces(_ bytes: [UInt8], of size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
}

func measureStreams(_ report: inout Report, _ codec: Codec) throws {
    let exchange = try codec.exchange(for: ChatRequest(model: codec.model.id, messages: [.user("Hi")]))
    let decoder = exchange.decoder
    let streams = [
        ("text", RecordedStream.text), ("reasoning", RecordedStream.reasoning), ("tool call", RecordedStream.toolCall),
    ]
    for (name, bytes) in streams {
        let perEvent = bytes.count / RecordedStream.events
        for size in [perEvent, 16384] {
            let chunks = pieces(bytes, of: size)
            report.measure(
                "stream events, \(name), chunks of \(size) B", calls: 20, units: RecordedStream.events, budget: 1.5
            ) {
                keep(codec.read(chunks, with: decoder))
            }
            report.measure(
                "  relayed, \(name), chunks of \(size) B", calls: 20, units: RecordedStream.events,
                budget: name == "tool call" ? 2 : 1.2
            ) {
                keep(codec.relay(chunks, with: exchange))
            }
        }
    }
    let data = Data(RecordedStream.chunk)
    try report.measure("  peer: JSONDecoder, one chunk of \(data.count) B", calls: 2000) {
        keep(try JSONDecoder().decode(Peer.Chunk.self, from: data))
    }
}

func measureRequests(_ report: inout Report, _ codec: Codec) throws {
    let bytes = AgentRequest.bytes
    try report.measure("1 MB request, scanned", calls: 50) { keep(try JSONDocument(bytes)) }
    try report.measure("1 MB request, edited", calls: 50, budget: 1000) {
        var request = try ChatRequest(parsing: bytes)
        request.model = "another"
        request.maxTokens = 4096
        request.streamOptionsIncludeUsage = true
        request.setRole(at: 0, to: .developer)
        keep(request.body)
    }
    try report.measure("1 MB request, shaped", calls: 50, budget: 1000) {
        keep(try codec.exchange(for: try ChatRequest(parsing: bytes)).request.body)
    }
    let data = Data(bytes)
    try report.measure("  peer: JSONDecoder, edit, JSONEncoder", calls: 3) {
        var request = try JSONDecoder().decode(Peer.Request.self, from: data)
        request.model = "another"
        keep(try JSONEncoder().encode(request))
    }
}

var report = Report()
let codec = try Codec()
print("CPU time of one core, median of 9 rounds; \(AgentRequest.bytes.count) B request\n")
try measureStreams(&report, codec)
try measureRequests(&report, codec)
if CommandLine.arguments.contains("--check"), !report.isWithinBudgets { exit(1) }
