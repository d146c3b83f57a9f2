import HTTPTypes
import Testing

@testable import OpenClawGateway

@Suite struct NativeRoutesTests {
    private let table = RouteTable((Route.native + Route.relayed).withAliases())

    @Test(arguments: DashScopePath.all)
    func everyPathOfTheTableHasARoute(_ path: DashScopePath) throws {
        let example = path.pattern.split(separator: "/").map { $0 == "*" ? "x1" : $0 }.joined(separator: "/")
        for method in path.methods {
            let asked = try #require(RequestMethod(rawValue: method.rawValue))
            let match = Array("/\(example)".utf8).withUnsafeBytes { table.match(asked, path: $0) }
            guard case .route(let route) = match else {
                Issue.record("no route for \(method) \(path.pattern)")
                continue
            }
            #expect(route.needsToken)
            switch (path.use, route.action) {
            case (.chat(false), .translatedChat), (.chat(true), .native(_?)), (.relay, .native(nil)),
                (.socket, .socket):
                break
            default: Issue.record("\(path.pattern) does something else")
            }
        }
    }
}
