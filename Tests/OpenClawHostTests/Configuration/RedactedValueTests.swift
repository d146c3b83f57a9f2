import Inference
import Testing

@testable import OpenClawHost

@Suite("RedactedValue")
struct RedactedValueTests {
    @Test func replacesEverySecretAndNothingElse() throws {
        let key = "sk-" + String(repeating: "a1", count: 16)
        let document = try JSON5Document(
            """
            {
              gateway: { auth: { mode: 'token', token: 'hunter2' }, port: 1 },
              models: { providers: { x: {
                apiKey: '\(key)', maxTokens: 5, baseUrl: 'https://u:p@h/v1', headers: { Authorization: 'Bearer x', h: 'y' },
                models: [{ id: 'm', maxTokens: 7 }],
              } } },
              env: { A_API_KEY: 'k', vars: { DB_PASSWORD: 'p', LANG: 'C' } },
              channels: { telegram: { botToken: 123 } },
              note: 'see \(key)',
              ref: { apiKey: { source: 'env', provider: 'default', id: 'X' } },
            }
            """)
        let value = ConfigurationValue(try #require(document.root), of: document, file: "f")
        let json = RedactedValue.json(value, at: .root)
        let hidden = JSONValue.string(RedactedValue.placeholder)
        let expected: JSONValue = [
            "gateway": ["auth": ["mode": "token", "token": hidden], "port": 1],
            "models": [
                "providers": [
                    "x": [
                        "apiKey": hidden, "maxTokens": 5, "baseUrl": hidden,
                        "headers": ["Authorization": hidden, "h": hidden], "models": [["id": "m", "maxTokens": 7]],
                    ]
                ]
            ],
            "env": ["A_API_KEY": hidden, "vars": ["DB_PASSWORD": hidden, "LANG": "C"]],
            "channels": ["telegram": ["botToken": hidden]], "note": hidden,
            "ref": ["apiKey": ["source": "env", "provider": "default", "id": "X"]],
        ]
        #expect(json == expected)
        #expect(RedactedValue.holdsPlaceholder(json))
        let secrets = RedactedValue.secrets(in: value).map { $0.expose() }
        #expect(secrets.contains(key) && secrets.contains("hunter2") && !secrets.contains("https://h/v1"))
    }
}
