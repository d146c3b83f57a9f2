import Inference
import OpenClawHost

/// A gateway's standing in its shapes.
struct GatewayStatusView: Renderable {
    private let status: GatewayStatus
    private let now: Double
    private let shorten: (String) -> String

    init(_ status: GatewayStatus, _ context: CommandContext) {
        self.status = status
        now = context.now()
        let home = context.environment["HOME"] ?? ""
        shorten = { !home.isEmpty && $0.hasPrefix(home + "/") ? "~" + $0.dropFirst(home.count) : $0 }
    }

    var json: JSONValue {
        .members { object in
            object["state"] = .string(status.state.rawValue)
            object["running"] = .bool(status.state == .running)
            object["answers"] = .bool(status.report != nil)
            object["pid"] = .count(status.pid.map(Int.init))
            object["version"] = .text(status.report?.version ?? status.holding?.holder?.version)
            object["uptimeSeconds"] = .count(uptime)
            object["port"] = .int(status.port)
            object["address"] = .text(address)
            object["configHash"] = .text(status.report?.configHash)
            object["configHashOnDisk"] = .string(status.configHash)
            object["openStreams"] = .count(status.report?.openStreams)
            object["openConnections"] = .count(status.report?.openConnections)
            object["requests"] = .count(status.report?.requests)
            object["draining"] = .bool(status.report?.isDraining ?? false)
            object["reloads"] = .count(status.report?.reloads)
            object["reloadProblem"] = .text(status.report?.reloadProblem)
            object["service"] = status.service.map(Self.json) ?? .null
            object["portOwner"] =
                status.portOwner.map { owner in
                    .members { object in
                        object["pid"] = .count(owner.pid.map(Int.init))
                        object["command"] = .text(owner.command.map(TerminalText.safe))
                    }
                } ?? .null
        }
    }

    var text: [String] { [headline] + details + advice }

    static func taken(_ port: Int, by owner: PortOwner) -> InferenceError {
        InferenceError(
            .gatewayBusy, "port \(port) is taken by \(name(owner))",
            hint: "openclaw config set gateway.port \(port + 1)")
    }

    private static func json(_ service: ServiceState) -> JSONValue {
        .members { object in
            object["manager"] = .string(service.manager)
            object["path"] = .string(service.path)
            object["installed"] = .bool(service.isInstalled)
            object["enabled"] = .bool(service.isEnabled)
            object["active"] = .bool(service.isActive)
        }
    }

    private static func name(_ owner: PortOwner) -> String {
        guard let pid = owner.pid else { return "a program of another user" }
        return "process \(pid)" + (owner.command.map { " (\(TerminalText.safe($0).prefix(120)))" } ?? "")
    }

    private var uptime: Int? {
        (status.report?.startedAt ?? status.holding?.holder?.startedAt).map { max(0, Int(now - $0)) }
    }

    private var address: String? {
        guard let report = status.report else { return nil }
        return (report.isTLS ? "https://" : "http://") + (report.host.contains(":") ? "[\(report.host)]" : report.host)
            + ":\(report.port)"
    }

    private var headline: String {
        switch status.state {
        case .notInstalled: return "The gateway is not installed and does not run."
        case .stopped: return "The gateway is installed and does not run."
        case .portTaken:
            return "The gateway does not run: port \(status.port) is taken by "
                + (status.portOwner.map(Self.name) ?? "another program") + "."
        case .running:
            let pid = status.pid.map { ", pid \($0)" } ?? ""
            return status.report?.isDraining == true
                ? "The gateway finishes its open requests and ends\(pid)."
                : "The gateway runs\(address.map { " at \($0)" } ?? "")\(pid)."
        }
    }

    private var details: [String] {
        var lines: [String] = []
        if status.state == .running {
            let version = (status.report?.version ?? status.holding?.holder?.version).map { "version \($0)" }
            let since = uptime.map { "up \(Self.span($0))" }
            let hash = status.report.map { "configuration \($0.configHash.prefix(12))" }
            lines.append("  " + [version, since, hash].compactMap { $0 }.joined(separator: ", "))
        }
        if let report = status.report {
            lines.append("  \(report.openStreams) open requests, \(report.requests) since the start")
        }
        if let service = status.service, service.isInstalled {
            let enabled = service.isEnabled ? "starts by itself" : "does not start by itself"
            lines.append("  \(service.manager) service \(shorten(service.path)), \(enabled)")
        }
        return lines
    }

    private var advice: [String] {
        var lines: [String] = []
        if status.state == .running, status.report == nil {
            lines.append("It does not answer; see: openclaw gateway logs")
        }
        if let problem = status.report?.reloadProblem {
            lines.append("The files have changed and cannot be used: \(problem)")
        } else if status.isOutdated {
            lines.append("The files have changed since it read them; take them over with: openclaw gateway reload")
        }
        if let other = status.service?.otherProgram {
            lines.append(
                "The service runs something else than this program (\(other)); renew it with: openclaw gateway install")
        }
        switch status.state {
        case .notInstalled: lines.append("Start it with: openclaw gateway start")
        case .stopped: lines.append("Start it with: openclaw gateway start; see why it ended: openclaw gateway logs")
        case .portTaken: lines.append("Choose another port: openclaw config set gateway.port \(status.port + 1)")
        case .running: break
        }
        return lines
    }

    private static func span(_ seconds: Int) -> String {
        switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3600: "\(seconds / 60) min"
        case ..<86_400: "\(seconds / 3600) h \(seconds / 60 % 60) min"
        default: "\(seconds / 86_400) d \(seconds / 3600 % 24) h"
        }
    }
}
