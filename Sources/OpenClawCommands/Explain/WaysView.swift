import Inference
import OpenClawHost

/// The ways of a request in the order of preference, and what becomes of each.
struct WaysView {
    private let ways: [ChatForecast.Way]
    private let style: TextStyle
    private let zone: LocalZone

    init(_ ways: [ChatForecast.Way], style: TextStyle, zone: LocalZone) {
        self.ways = ways
        self.style = style
        self.zone = zone
    }

    var json: JSONValue {
        .array(
            ways.map { way in
                .members { object in
                    object["ref"] = .string(way.selection.reference.description)
                    object["endpoint"] = .text(way.route?.endpoint.id.rawValue)
                    object["credential"] = .text(way.route?.account.credential.source.label)
                    object["standing"] = .string(way.standing.name)
                    object["rest"] = way.rest.map(Self.rest)
                    if case .impossible(let error) = way.standing { object["error"] = ErrorReport(error).json }
                }
            })
    }

    private static func rest(_ rest: CredentialRest) -> JSONValue {
        .members { object in
            object["kind"] = .string(rest.kind.rawValue)
            object["reason"] = .string(rest.reason.rawValue)
            object["message"] = .string(rest.message)
            object["until"] = .moment(rest.until)
        }
    }

    /// A numbered line per way.
    var lines: [String] {
        let places = ways.map { way in
            [way.selection.reference.description]
                + (way.route.map { [$0.endpoint.label, $0.account.credential.source.label] } ?? ["-", "-"])
        }
        let widths = (0..<3).map { column in places.map { $0[column].count }.max() ?? 0 }
        return zip(ways, places).enumerated().map { index, pair in
            let cells = zip(pair.1, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return "\(index + 1). " + cells.joined(separator: "  ") + "  " + standing(pair.0)
        }
    }

    private func standing(_ way: ChatForecast.Way) -> String {
        switch way.standing {
        case .first:
            let probe = way.rest.map { _ in "; nothing else is left, so it is tried although it rests" } ?? ""
            return style.green("asked first") + probe
        case .next: return style.dim("then")
        case .resting:
            guard let rest = way.rest else { return "" }
            return style.yellow("rests until \(zone.dayAndClock(at: rest.until))")
                + style.dim(" (\(rest.reason.rawValue))")
        case .impossible(let error): return style.red("cannot be asked") + style.dim(": \(error.message)")
        }
    }
}

extension ChatForecast.Standing {
    fileprivate var name: String {
        switch self {
        case .first: "first"
        case .next: "next"
        case .resting: "resting"
        case .impossible: "impossible"
        }
    }
}
