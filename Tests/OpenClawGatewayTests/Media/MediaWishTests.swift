import Inference
import Testing

@testable import OpenClawGateway

@Suite struct MediaWishTests {
    @Test func jsonAndFormsSayTheSame() throws {
        let json = try Self.wish(
            .video, json: #"{"prompt":"a kite","size":"1280x720","seconds":"8","audio":false,"parameters":{"shot":1}}"#)
        let form = try Self.wish(
            .video,
            form: [
                ("prompt", "a kite"), ("size", "1280x720"), ("seconds", "8"), ("audio", "false"),
                ("parameters[shot]", "1"),
            ])
        #expect(json.request == form.request)
        #expect(json.request.size == PixelSize(width: 1280, height: 720) && json.request.seconds == 8)
        #expect(json.request.options == ["shot": 1])
    }

    @Test(arguments: [
        #"{"prompt":5}"#, #"{"n":0}"#, #"{"n":11}"#, #"{"n":1.5}"#, #"{"size":"large"}"#, #"{"stream":true}"#,
        #"{"response_format":"png"}"#, #"{"watermark":"yes"}"#, #"{"parameters":[]}"#, #"{"base_url":"http://x"}"#,
        "[]",
        "",
    ])
    func whatCannotBeRightIsRefused(_ body: String) {
        #expect(throws: InferenceError.self) { _ = try Self.wish(.image, json: body) }
    }

    @Test func membersThatMeanNothingHereAreTold() throws {
        var members = try MediaMembers(Self.call(#"{"prompt":"x","quality":"high","user":"me"}"#))
        _ = try MediaWish(.image, &members)
        #expect(members.rest().map(\.message) == ["without counterpart, not sent: quality"])
    }

    @Test func aMemberThatIsSaidTwiceIsRefused() {
        #expect(throws: InferenceError.self) {
            _ = try Self.wish(.image, form: [("prompt", "a"), ("prompt", "b")])
        }
    }

    private static func call(_ json: String) -> MediaCall {
        MediaCall(call: GatewayCall(id: "c", method: .post, path: "/v1/videos", body: Array(json.utf8)))
    }

    private static func wish(_ kind: Modality, json: String) throws -> MediaWish {
        var members = try MediaMembers(call(json))
        return try MediaWish(kind, &members)
    }

    private static func wish(_ kind: Modality, form: [(String, String)]) throws -> MediaWish {
        var call = call("")
        call.form = ReceivedForm(fields: form.map { (name: $0.0, value: $0.1) }, share: UploadSpace().share())
        var members = try MediaMembers(call)
        return try MediaWish(kind, &members)
    }
}
