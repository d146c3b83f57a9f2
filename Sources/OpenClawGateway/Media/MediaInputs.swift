import Inference
import OpenClawHost
import Transport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a request starts from: its files, and addresses of the public internet. Files of this machine never.
struct MediaInputs: Sendable {
    private let folder: IncomingFolder
    private let callID: String
    private(set) var inputs: [GenerationInput] = []
    /// Kept until the job has its own.
    private var files: [SpooledFile] = []

    init(_ folder: IncomingFolder, callID: String) {
        self.folder = folder
        self.callID = callID
    }

    /// Adds the recording of a form; a clip is one, too.
    mutating func add(recording file: ReceivedForm.File) async throws(InferenceError) {
        try await add(file.content, called: file.name, [.audio, .video], .recording)
        guard let last = inputs.popLast() else { return }
        inputs.append(GenerationInput(kind: .audio, role: .recording, source: last.source, facts: last.facts))
    }

    /// Adds the files of a form that have one of these names.
    ///
    /// - Parameter kinds: what they may be.
    mutating func add(
        _ form: ReceivedForm?, named names: [String], kinds: [Modality], role: InputRole? = nil
    ) async throws(InferenceError) {
        for file in form?.files ?? [] where names.contains(file.name) {
            try await add(file.content, called: names[0], kinds, role)
        }
    }

    /// Adds what an address stands for.
    mutating func add(
        address: String, called name: String, kinds: [Modality], role: InputRole? = nil
    ) async throws(InferenceError) {
        if address.hasPrefix("data:") { return try await add(data: address, called: name, kinds, role) }
        try Self.check(address, called: name)
        inputs.append(GenerationInput(kind: kinds[0], role: role, source: .address(address)))
    }

    /// Whether the service may be told of an address: nobody's network is looked into from outside.
    static func check(_ address: String, called name: String) throws(InferenceError) {
        guard let mark = address.firstRange(of: "://"),
            ["http", "https"].contains(address[..<mark.lowerBound].lowercased())
        else {
            throw InferenceError(
                .invalidRequest,
                "expected '\(name)' to be a file of the form, or an https:// or data: address; "
                    + "files of this machine are not read for clients")
        }
        let rest = address[mark.upperBound...]
        let authority = rest.prefix { !"/?#\\".contains($0) }
        var host = authority
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            host = host[host.index(after: host.startIndex)..<end]
        } else if let colon = host.lastIndex(of: ":") {
            host = host[..<colon]
        }
        guard !authority.contains("@"), address.utf8.count <= 4096,
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }),
            AddressRule.publicOnly.allows(host: host.lowercased()), isPlain(host)
        else {
            throw InferenceError(
                .invalidRequest,
                "expected '\(name)' to be an address of the public internet, without a name and password")
        }
    }

    /// Whether nobody could take a name for an address in disguise: what ends in a number is four numbers.
    private static func isPlain(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard !host.contains(":"), labels.last?.first?.isNumber == true else { return true }
        return labels.count == 4 && labels.allSatisfy { label in Int(label).map { String($0) == label } ?? false }
    }

    private mutating func add(
        data address: String, called name: String, _ kinds: [Modality], _ role: InputRole?
    ) async throws(InferenceError) {
        guard let comma = address.firstIndex(of: ","), address[..<comma].hasSuffix(";base64"),
            let bytes = Data(base64Encoded: String(address[address.index(after: comma)...]))
        else { throw InferenceError(.invalidRequest, "expected '\(name)' to hold Base64") }
        let file = try SpooledFile(try folder.path(named: "\(callID)-data-\(inputs.count + 1)"))
        file.append(bytes)
        try await add(file, called: name, kinds, role)
    }

    private mutating func add(
        _ file: SpooledFile, called name: String, _ kinds: [Modality], _ role: InputRole?
    ) async throws(InferenceError) {
        let settled = try await file.settle(in: folder)
        let kind = settled?.facts.mediaType.flatMap { type in kinds.first { type.hasPrefix($0.rawValue + "/") } }
        guard let settled, let kind else {
            let found = settled?.facts.mediaType.map { "is \($0)" } ?? "has no format that is known"
            let expected = kinds.map(\.rawValue).joined(separator: " or ")
            throw InferenceError(.invalidRequest, "the file '\(name)' \(found); expected \(expected)")
        }
        files.append(file)
        inputs.append(GenerationInput(kind: kind, role: role, source: .file(settled.path), facts: settled.facts))
    }
}
