import Inference
import OpenClawHost

/// The JSON of an explanation. Members are added, never renamed: programs read it.
struct ExplanationJSON {
    private let explanation: ChatExplanation
    private let network: NetworkWay
    private let ways: WaysView

    init(_ explanation: ChatExplanation, network: NetworkWay, ways: WaysView) {
        self.explanation = explanation
        self.network = network
        self.ways = ways
    }

    var value: JSONValue {
        .members { object in
            object["ok"] = true
            object["kind"] = "chat"
            object["ref"] = .string(explanation.route.selection.reference.description)
            object["model"] = model
            object["endpoint"] = endpoint
            object["credential"] = credential
            object["request"] = request
            object["parameters"] = .array(explanation.parameters.map(Self.parameter))
            object["adjustments"] = .array(
                explanation.adjustments.map { ["rule": .string($0.rule), "message": .string($0.message)] })
            object["limits"] = limits
            object["price"] = PriceText(explanation.price).json
            object["attempts"] = ways.json
            object["deadlines"] = deadlines
            object["network"] = [
                "proxy": .text(network.proxy), "certificates": .text(network.certificates),
            ]
            object["warnings"] = .strings(explanation.route.warnings)
        }
    }

    private var model: JSONValue {
        let selection = explanation.route.selection
        return Self.fact(explanation.model) { object in
            object["name"] = .string(selection.descriptor.name)
            object["known"] = .bool(selection.isKnown)
        }
    }

    private var endpoint: JSONValue {
        let endpoint = explanation.route.endpoint
        return Self.fact(explanation.endpoint) { object in
            object["label"] = .string(endpoint.label)
            object["plan"] = .string(endpoint.plan.rawValue)
            object["region"] = .string(endpoint.region.rawValue)
            object["baseUrl"] = .string(endpoint.baseURL)
            object["passedOver"] = Self.list(explanation.otherEndpoints)
        }
    }

    private var credential: JSONValue {
        let credential = explanation.route.account.credential
        return Self.fact(explanation.credential) { object in
            object["kind"] = .string(credential.source.kind)
            object["label"] = .string(credential.source.label)
            object["fingerprint"] = .string(CredentialFingerprint.of(credential.secret))
            object["passedOver"] = Self.list(explanation.otherCredentials)
        }
    }

    private var request: JSONValue {
        let request = explanation.request
        return .members { object in
            object["method"] = .string(request.method)
            object["url"] = .string(request.url)
            object["host"] = .string(request.host)
            object["path"] = .string(request.path)
            object["headers"] = .members { headers in
                for header in request.headers { headers[header.name] = .string(header.value) }
            }
        }
    }

    private static func parameter(_ parameter: ExplainedParameter) -> JSONValue {
        .members { object in
            object["name"] = .string(parameter.name)
            object["sent"] = .bool(parameter.value != nil)
            object["value"] = parameter.value ?? .null
            object["before"] = parameter.before
            object["origin"] = .string(parameter.origin.name)
            object["source"] = .text(ParameterTable.source(of: parameter))
            object["why"] = .string(parameter.why)
        }
    }

    private var limits: JSONValue {
        .members { object in
            for (name, value, fact) in explanation.limits.tokens {
                object[name] = .members { limit in
                    limit["tokens"] = .int(value)
                    limit["source"] = .text(fact.source)
                    limit["why"] = .string(fact.why)
                }
            }
            guard let plan = explanation.limits.plan else { return }
            object["plan"] = .array(
                plan.windows.map { window in
                    [
                        "id": .string(window.id), "label": .string(window.label), "unit": .string(window.unit.rawValue),
                        "limit": .count(window.limit), "source": .string("\(window.source), checked \(window.checked)"),
                    ]
                })
        }
    }

    private var deadlines: JSONValue {
        let deadlines = explanation.outgoing.deadlines
        let seconds = { (limit: Duration?) in
            limit.map { JSONValue.number(JSONNumber($0 / .seconds(1))) } ?? .null
        }
        return .members { object in
            object["connectSeconds"] = seconds(deadlines.connect)
            object["firstByteSeconds"] = seconds(deadlines.firstByte)
            object["idleSeconds"] = seconds(deadlines.idle)
            object["totalSeconds"] = seconds(deadlines.total)
            object["source"] = .text(explanation.totalTime.source)
            object["why"] = .string(explanation.totalTime.why)
        }
    }

    private static func fact(_ fact: ExplainedFact, _ more: (inout JSONObject) -> Void) -> JSONValue {
        .members { object in
            object["value"] = .string(fact.value)
            object["source"] = .text(fact.source)
            object["why"] = .string(fact.why)
            more(&object)
        }
    }

    private static func list(_ others: [PassedOver]) -> JSONValue {
        .array(
            others.map { ["name": .string($0.name), "code": .string($0.code), "reason": .string($0.reason)] })
    }
}

extension ExplainedParameter.Origin {
    fileprivate var name: String {
        switch self {
        case .asked: "asked"
        case .configured: "configured"
        case .learned: "learned"
        case .shaped: "shaped"
        }
    }
}
