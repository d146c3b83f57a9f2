import Foundation
import Inference
import Testing

@testable import Qwen

/// Every kind of object in the resource files, spoilt once: nothing unknown, missing or mistyped may pass.
@Suite struct CatalogueStrictnessTests {
    enum File: String, CaseIterable, Sendable { case provider, models, prices }

    /// Objects whose keys are names of entries, so that their keys are data.
    static let tables: Set = [
        "sources", "thinking", "tools", "structuredOutput", "wire", "caching", "absences", "caches", "prices", "models",
        "effortAliases", "qwen", "probes",
    ]
    static let optionalKeys: Set = [
        "terms", "nativeURL", "anthropicURL", "imageUnderstanding", "videoUnderstanding", "embedding", "rerank",
        "body", "family", "alsoTakes", "contextWindow", "maxInputTokens", "maxTokens", "maxOutputTokens",
        "thinkingBudget",
        "isHidden", "replacedBy", "offEffort", "nativePath", "explicitMinimum", "cache", "upToInputTokens",
        "audioInput", "audioOutput", "thinkingOutput", "cacheRead", "explicitCacheRead", "cacheWrite", "explicitRead",
        "write",
        "limit", "video", "image", "media", "fusion", "isNative", "megabytes", "inlined",
    ]

    @Test(arguments: File.allCases)
    func refusesAnUnknownMemberInEveryKindOfObject(file: File) throws {
        let root = try value(of: file)
        let kinds = Self.objects(in: root)
        #expect(kinds.count >= 5)
        for path in kinds {
            let spoilt = Self.change(root, at: path) { object in
                var object = object.object ?? JSONObject()
                object["unheardOf"] = .null
                return .object(object)
            }
            #expect(throws: InferenceError.self, "\(path)") { try read(spoilt, as: file) }
        }
    }

    @Test(arguments: File.allCases)
    func needsEveryMemberThatIsNotOptional(file: File) throws {
        let root = try value(of: file)
        for path in Self.objects(in: root) where !Self.tables.contains(Self.name(of: path)) {
            for key in Self.keys(in: root, at: path) {
                let spoilt = Self.change(root, at: path) { object in
                    var object = object.object ?? JSONObject()
                    object[key] = nil
                    return .object(object)
                }
                if Self.optionalKeys.contains(key) || (file == .models && key == "endpoint") {
                    #expect(throws: Never.self, "\(path) \(key)") { try read(spoilt, as: file) }
                } else {
                    #expect(throws: InferenceError.self, "\(path) \(key)") { try read(spoilt, as: file) }
                }
            }
        }
    }

    @Test(arguments: File.allCases)
    func refusesMembersOfAWrongType(file: File) throws {
        let root = try value(of: file)
        for path in Self.objects(in: root) {
            for key in Self.keys(in: root, at: path).prefix(Self.tables.contains(Self.name(of: path)) ? 1 : 64) {
                let spoilt = Self.change(root, at: path) { object in
                    var object = object.object ?? JSONObject()
                    object[key] = .null
                    return .object(object)
                }
                #expect(throws: InferenceError.self, "\(path) \(key)") { try read(spoilt, as: file) }
            }
        }
    }

    @Test func saysTheLineOfAMistake() throws {
        let text = "{\n  \"providers\": [],\n  \"extra\": 1\n}"
        let error = #expect(throws: InferenceError.self) {
            try QwenCatalogue.manifests(
                providers: Array(text.utf8), models: PackageResources.models_json, prices: PackageResources.prices_json)
        }
        #expect(error?.message == "the catalogue is broken at line 3: 'extra' is unknown or written twice")
    }

    @Test func embedsTheFilesAsTheyAre() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Sources/Qwen/Resources")
        for (file, embedded) in [
            ("provider", PackageResources.provider_json), ("models", PackageResources.models_json),
            ("prices", PackageResources.prices_json),
        ] {
            let written = try Data(contentsOf: folder.appending(path: "\(file).json"))
            #expect(Data(embedded) == written, "run scripts/generate-resources")
        }
    }

    // MARK: Trees

    private func value(of file: File) throws -> JSONValue {
        switch file {
        case .provider: try JSONDocument(PackageResources.provider_json).root.value
        case .models: try JSONDocument(PackageResources.models_json).root.value
        case .prices: try JSONDocument(PackageResources.prices_json).root.value
        }
    }

    private func read(_ value: JSONValue, as file: File) throws {
        let bytes = JSONDocument(value).bytes
        _ = try QwenCatalogue.manifests(
            providers: file == .provider ? bytes : PackageResources.provider_json,
            models: file == .models ? bytes : PackageResources.models_json,
            prices: file == .prices ? bytes : PackageResources.prices_json)
    }

    /// One path to each kind of object: entries of one table or list count as one kind, told apart by their members.
    private static func objects(in root: JSONValue) -> [[String]] {
        var found: [String: [String]] = [:]
        collect(root, path: [], kind: "", into: &found)
        return found.values.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func collect(
        _ value: JSONValue, path: [String], kind: String, into found: inout [String: [String]]
    ) {
        switch value {
        case .object(let object):
            let isTable = tables.contains(path.last ?? "")
            let key = isTable ? kind : "\(kind){\(object.keys.joined(separator: ","))}"
            if found[key] == nil { found[key] = path }
            for member in object.members {
                collect(
                    member.value, path: path + [member.key], kind: "\(kind)/\(isTable ? "*" : member.key)", into: &found
                )
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                collect(element, path: path + ["\(index)"], kind: "\(kind)/*", into: &found)
            }
        default: break
        }
    }

    private static func name(of path: [String]) -> String { path.last ?? "" }

    private static func keys(in root: JSONValue, at path: [String]) -> [String] {
        var value = root
        for step in path { value = value[step] ?? Int(step).flatMap { value[$0] } ?? .null }
        return value.object?.keys ?? []
    }

    private static func change(
        _ value: JSONValue, at path: some Collection<String>, _ body: (JSONValue) -> JSONValue
    ) -> JSONValue {
        guard let step = path.first else { return body(value) }
        let rest = path.dropFirst()
        switch value {
        case .object(var object):
            object[step] = object[step].map { change($0, at: rest, body) }
            return .object(object)
        case .array(var elements):
            guard let index = Int(step) else { return value }
            elements[index] = change(elements[index], at: rest, body)
            return .array(elements)
        default: return value
        }
    }
}
