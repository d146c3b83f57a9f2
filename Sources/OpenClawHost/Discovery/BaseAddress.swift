/// The pieces of a manifest's base URL.
struct BaseAddress {
    let scheme: String
    let authority: String
    let path: String

    init(_ url: String) {
        let mark = url.firstRange(of: "://")
        scheme = mark.map { String(url[..<$0.lowerBound]) } ?? "https"
        let rest = mark.map { url[$0.upperBound...] } ?? url[...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        authority = String(rest[..<slash])
        path = String(rest[slash...])
    }
}
