import ArgumentParser
import Dispatch
import QwenSimulator

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `openclaw simulate`: Qwen Cloud on this machine.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run Qwen Cloud on 127.0.0.1: all plans and regions, without an account and without costs.",
        discussion: """
            Examples:
              openclaw simulate --port 4010
              openclaw simulate --port 4010 --proxy-port 4011 --ca-file ./simulator-ca.pem --json
              openclaw simulate --fault limit_requests@times=2 --fault cut-stream@chunks=3,model=qwen-plus

            The first thing printed is where it listens and one key per plan and region.
            """)

    @Option(help: "Port for base URLs; 0 picks a free one.")
    var port = 4010

    @Option(help: "Port for an HTTPS proxy that answers for the real host names; 0 picks a free one.")
    var proxyPort: Int?

    @Option(help: "Where to write the proxy's certificate authority, for SSL_CERT_FILE.")
    var caFile: String?

    @Option(help: "Seed of keys and answers.")
    var seed: UInt64 = 1

    @Option(help: "Milliseconds to hold back each answer.")
    var latency = 0

    @Option(help: "How many times faster than real tasks pass.")
    var taskSpeed = 1.0

    @Option(help: "Seconds by which its clock is ahead of this machine's.")
    var clockSkew = 0

    @Option(help: "Something that goes wrong: NAME or NAME@key=value,... (repeatable).")
    var fault: [String] = []

    @Flag(help: "Take any key, also none.")
    var acceptAnyKey = false

    @Option(help: "Base URL of an OpenAI-compatible server that supplies the words.")
    var chatBackend: String?

    @Flag(help: "Print the first line as JSON.")
    var json = false

    func run() async throws {
        let simulator = try await Simulator.start(try settings())
        try announce(simulator.banner)
        try? await Interruption.wait()
        // Nothing is lost with a simulator, so nobody has to wait for a connection that does not end.
        DispatchQueue.global().asyncAfter(deadline: .now() + 5) {
            let note = "simulator: some connections did not end within 5 s\n"
            _ = write(STDERR_FILENO, note, note.utf8.count)
            _exit(0)
        }
        try await simulator.shutdown()
    }

    func validate() throws {
        do {
            _ = try settings()
        } catch {
            throw ValidationError(error.message)
        }
    }

    private func settings() throws(SimulatorError) -> SimulatorConfiguration {
        var faults: [Fault] = []
        for text in fault { faults.append(try Fault(parsing: text)) }
        return SimulatorConfiguration(
            port: port, proxyPort: proxyPort, caFile: caFile, seed: seed, latency: .milliseconds(latency),
            taskSpeed: taskSpeed, clockSkew: .seconds(clockSkew), acceptAnyKey: acceptAnyKey, faults: faults,
            chatBackend: chatBackend)
    }

    private func announce(_ banner: SimulatorBanner) throws {
        var text = banner.text
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
            text = String(decoding: try encoder.encode(banner), as: UTF8.self)
        }
        print(text)
        fflush(nil)
    }
}
