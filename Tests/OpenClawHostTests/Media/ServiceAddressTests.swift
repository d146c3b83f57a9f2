import Inference
import OpenClawHost
import Testing

@Suite struct ServiceAddressTests {
    @Test func theOldSchemeIsUpgraded() throws {
        let address = try ServiceAddress("http://R.Example/a.mp4?x=%2F", beside: "https://api.example/v1")
        #expect(address.scheme == "https" && address.authority == "r.example" && address.path == "/a.mp4?x=%2F")
        #expect(try ServiceAddress("http://r.example:80/a", beside: "https://api.example").authority == "r.example")
    }

    @Test func onlyTheServiceOnThisMachineHasFilesOnThisMachine() throws {
        let own = try ServiceAddress("http://127.0.0.1:4010/f", beside: "http://127.0.0.1:4010/x/v1")
        #expect(own.isLoopback && own.scheme == "http")
        for (text, service) in [
            ("http://127.0.0.1:4011/f", "http://127.0.0.1:4010/v1"), ("http://127.0.0.1/f", "https://api.example/v1"),
            ("http://r.example/f", "http://127.0.0.1:4010/v1"),
        ] {
            let other = try ServiceAddress(text, beside: service)
            #expect(!other.isLoopback && other.scheme == "https", "\(text)")
        }
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://r.example/a", "//r.example/a", "https://", "https:///a", "https://u:p@r.example/a",
        "https://r.example/a b", "https://r.example/\r\nx: y", "r.example/a", "",
    ])
    func whatIsNoAddressIsRefused(_ text: String) {
        #expect(throws: InferenceError.self) { try ServiceAddress(text, beside: "https://api.example/v1") }
    }
}
