import Inference
import OpenClawHost
import Testing

@testable import OpenClawGateway

@Suite struct MediaInputsTests {
    @Test(arguments: [
        "file:///etc/passwd", "/etc/passwd", "etc/passwd", "@a.png", "", "oss://a/b", "ftp://example.com/a",
        "http://localhost/", "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://[::1]/",
        "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/latest", "http://10.0.0.7:80/", "https://printer/",
        "https://printer.local/", "https://a.internal/", "https://user@example.com/", "https://example.com/a b",
        "https://example.com\\@127.0.0.1/", "https://127.0.0.1#@example.com/", "http://0x7f000001/",
    ])
    func addressesThatLeadHomeAreRefused(_ address: String) {
        #expect(throws: InferenceError.self) { try MediaInputs.check(address, called: "image") }
    }

    @Test(arguments: [
        "https://example.com/a.png?x=1", "http://example.com:8080/a", "HTTPS://Example.com", "https://8.8.8.8/a",
    ])
    func addressesOfThePublicInternetAreTheServicesAffair(_ address: String) throws {
        try MediaInputs.check(address, called: "image")
    }

    @Test func dataBecomesAFileThatGoesWithTheRequest() async throws {
        let state = try TemporaryState()
        let folder = IncomingFolder(directory: state.path)
        do {
            var inputs = MediaInputs(folder, callID: "c")
            try await inputs.add(
                address: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==", called: "image", kinds: [.image])
            let names = try state.names()
            #expect(names == ["c-data-1.png"])
            guard case .file(let path)? = inputs.inputs.first?.source else {
                Issue.record("expected a file")
                return
            }
            #expect(path == state.path + "/c-data-1.png")
            withExtendedLifetime(inputs) {}
        }
        #expect(try await isEmptied(state))
    }

    @Test func dataThatIsNoPictureIsRefused() async throws {
        let state = try TemporaryState()
        var inputs = MediaInputs(IncomingFolder(directory: state.path), callID: "c")
        for data in ["data:image/png;base64,IyEvYmluL3No", "data:image/png,abc", "data:image/png;base64,***"] {
            await #expect(throws: InferenceError.self) {
                try await inputs.add(address: data, called: "image", kinds: [.image])
            }
        }
        #expect(try await isEmptied(state))
    }

    /// Whoever writes a file lets go of it a moment after the last byte.
    private func isEmptied(_ state: TemporaryState) async throws -> Bool {
        for _ in 0..<1000 where try !state.names().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        return try state.names().isEmpty
    }
}
