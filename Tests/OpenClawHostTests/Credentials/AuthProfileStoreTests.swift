import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct AuthProfileStoreTests {
    @Test func writesTheShapeThatOpenClawReads() throws {
        let directory = try TemporaryDirectory()
        let store = AuthProfileStore(directory: directory.file("agents/main/agent"))
        try store.update { $0["acme:default"] = Acme.profile("acme:default", "ak-1", endpoint: "coding-world") }
        #expect(
            try directory.text("agents/main/agent/auth-profiles.json") == """
                {
                  "version": 1,
                  "profiles": {
                    "acme:default": {
                      "type": "api_key",
                      "provider": "acme",
                      "key": "ak-1",
                      "metadata": {
                        "endpoint": "coding-world"
                      }
                    }
                  }
                }

                """)
    }

    @Test func filesAreForTheirOwnerOnlyUnderAnyMask() throws {
        let directory = try TemporaryDirectory()
        let previous = umask(0)
        defer { umask(previous) }
        let store = AuthProfileStore(directory: directory.file("agents/main/agent"))
        try store.update { $0["acme:default"] = Acme.profile("acme:default", "ak-1") }
        try store.updateState { $0.setOrder(["acme:default"], for: "acme", spellings: ["acme"]) }
        #expect(try directory.mode("agents/main/agent/auth-profiles.json") == 0o600)
        #expect(try directory.mode("agents/main/agent/auth-state.json") == 0o600)
        #expect(try directory.mode("agents/main/agent") == 0o700)
        #expect(try directory.mode("agents") == 0o700)
    }

    @Test func keepsWhatItDoesNotKnowInOrder() throws {
        let directory = try TemporaryDirectory()
        let text = """
            {
              "future": [1.50, 1e3],
              "profiles": {
                "z:first": {"type": "passkey", "blob": {"b": 1, "a": null}},
                "acme:default": {"provider": "ACME", "type": "api_key", "key": "ak-1", "email": "me@acme.test"},
                "odd": 7
              },
              "version": 1
            }
            """
        try directory.write(text, to: "auth-profiles.json")
        let store = AuthProfileStore(directory: directory.path)
        try store.update { profiles in
            profiles["acme:default"]?.secret = .reference(.variable("ACME_API_KEY"))
            profiles["acme:new"] = Acme.profile("acme:new", "ak-2")
        }
        let after = try #require(try JSON5Document.value(of: directory.text("auth-profiles.json")))
        var expected = try JSON5Document.value(of: text)?.object ?? JSONObject()
        var entries = expected["profiles"]?.object ?? JSONObject()
        entries["acme:default"] = [
            "provider": "ACME", "type": "api_key", "email": "me@acme.test",
            "keyRef": ["source": "env", "provider": "default", "id": "ACME_API_KEY"],
        ]
        entries["acme:new"] = ["type": "api_key", "provider": "acme", "key": "ak-2"]
        expected["profiles"] = .object(entries)
        #expect(after == .object(expected))
        #expect(try store.load().all.map(\.id) == ["z:first", "acme:default", "acme:new"])
    }

    @Test(arguments: ["{ broken", "[]", #"{"profiles": 3}"#])
    func neverReplacesAFileItDoesNotUnderstand(_ text: String) throws {
        let directory = try TemporaryDirectory()
        try directory.write(text, to: "auth-profiles.json")
        let store = AuthProfileStore(directory: directory.path)
        #expect(throws: InferenceError.self) { try store.load() }
        #expect(throws: InferenceError.self) { try store.update { $0["a"] = nil } }
        #expect(try directory.text("auth-profiles.json") == text)
    }

    @Test func looseFileGivesAdviceAndIsTightenedByTheNextWrite() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write(#"{"version": 1, "profiles": {}}"#, to: "auth-profiles.json")
        chmod(path, 0o644)
        let store = AuthProfileStore(directory: directory.path)
        #expect(store.permissionWarning?.contains("chmod 600 '\(path)'") == true)
        try store.update { $0["acme:default"] = Acme.profile("acme:default", "ak-1") }
        #expect(store.permissionWarning == nil)
    }

    @Test func simultaneousWritersLoseNothing() async throws {
        let directory = try TemporaryDirectory()
        let store = AuthProfileStore(directory: directory.path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<16 {
                group.addTask {
                    try store.update { $0["acme:\(number)"] = Acme.profile("acme:\(number)", "ak-\(number)") }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.load().all.count == 16)
    }
}
