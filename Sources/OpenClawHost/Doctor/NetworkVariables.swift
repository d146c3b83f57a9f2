import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The variables that decide how the network is reached, judged without using it. Their values may hold passwords and are
/// never shown.
struct NetworkVariables {
    struct Problem: Hashable {
        var message: String
        var command: String
    }

    private(set) var problems: [Problem] = []
    private(set) var notes: [String] = []
    /// `through the proxy of HTTPS_PROXY`, or `directly`.
    private(set) var way = "directly"

    init(_ variables: VariableLookup) {
        judgeProxies(variables)
        judgeAuthorities(variables)
    }

    private mutating func judgeProxies(_ variables: VariableLookup) {
        let groups = [["https_proxy", "HTTPS_PROXY"], ["all_proxy", "ALL_PROXY"]]
        for names in groups {
            let set = names.filter { variables[$0] != nil }
            guard let name = set.first, let value = variables[name]?.value else { continue }
            if way == "directly" { way = "through the proxy of \(name)" }
            if set.count == 2, variables[set[1]]?.value != value {
                notes.append("\(set[0]) and \(set[1]) differ; \(set[0]) counts")
            }
            if let fault = Self.fault(ofProxy: value) {
                problems.append(Problem(message: "\(name): \(fault)", command: "unset \(name)"))
            }
        }
    }

    private static func fault(ofProxy value: String) -> String? {
        let mark = value.firstRange(of: "://")
        let scheme = mark.map { value[..<$0.lowerBound].lowercased() } ?? "http"
        guard ["http", "https"].contains(scheme) else {
            return "proxies of type \(scheme) are not supported, only http and https"
        }
        let rest = mark.map { value[$0.upperBound...] } ?? value[...]
        let authority = rest.prefix { $0 != "/" }
        let address = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        let port =
            address.hasSuffix("]") ? nil : address.lastIndex(of: ":").map { address[address.index(after: $0)...] }
        let isPort = port.map { Int($0).map((1...65_535).contains) ?? false } ?? true
        guard !address.isEmpty, !address.hasPrefix(":"), isPort else {
            return "expected a proxy URL such as http://proxy.example:3128"
        }
        return nil
    }

    private mutating func judgeAuthorities(_ variables: VariableLookup) {
        if let file = variables["SSL_CERT_FILE"]?.value { judge(file: file) }
        for directory in (variables["SSL_CERT_DIR"]?.value ?? "").split(separator: ":").map(String.init) {
            var status = stat()
            guard stat(directory, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR else { continue }
            problems.append(
                Problem(message: "SSL_CERT_DIR: '\(directory)' is no directory", command: "unset SSL_CERT_DIR"))
        }
        if variables["SSL_CERT_FILE"] == nil, variables["NODE_EXTRA_CA_CERTS"] != nil {
            notes.append("NODE_EXTRA_CA_CERTS is not read here; SSL_CERT_FILE names the certificates to trust")
        }
    }

    private mutating func judge(file: String) {
        let fault: String? =
            switch Result(catching: { () throws(FileError) in try FileContents.read(file) }) {
            case .failure(let error): error.description
            case .success(nil): "there is no file '\(file)'"
            case .success(let bytes?):
                String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----")
                    ? nil : "'\(file)' holds no PEM certificate"
            }
        guard let fault else { return }
        problems.append(Problem(message: "SSL_CERT_FILE: \(fault)", command: "unset SSL_CERT_FILE"))
    }
}
