import Inference
package import OpenClawHost

/// The paths of OpenAI's interface for pictures and videos.
package struct MediaRoutes: Sendable {
    let desk: MediaDesk
    let folder: IncomingFolder
    /// Seconds since 1970.
    let now: @Sendable () -> Double

    package init(desk: MediaDesk, folder: IncomingFolder, now: @escaping @Sendable () -> Double) {
        self.desk = desk
        self.folder = folder
        self.now = now
    }

    package var all: [Route] {
        [
            route(.post, "/v1/images/generations") { try await makeImages($0) },
            route(.post, "/v1/images/edits") { try await makeImages($0) },
            route(.get, "/v1/images/*") { try await show($0, .image) },
            route(.delete, "/v1/images/*") { try await remove($0, .image) },
            route(.get, "/v1/images") { try list($0, .image) },
            route(.post, "/v1/videos") { try await makeVideo($0) },
            route(.get, "/v1/videos") { try list($0, .video) },
            route(.get, "/v1/videos/*") { try await show($0, .video) },
            route(.delete, "/v1/videos/*") { try await remove($0, .video) },
        ]
    }

    func route(
        _ method: RouteMethod, _ path: String, _ perform: @escaping @Sendable (MediaCall) async throws -> MediaAnswer
    ) -> Route {
        let service = MediaService(folder: method == .post ? folder : nil) { call in
            do {
                return try await perform(call)
            } catch let failure as MediaFailure {
                var answer = MediaAnswer(failure.error, callID: call.call.id)
                answer.account = Self.account(failure.made, [])
                return answer
            } catch {
                let error = error as? InferenceError ?? InferenceError(.cancelled, "the client left")
                return MediaAnswer(error, callID: call.call.id)
            }
        }
        return Route(method, path, action: .media(service))
    }

    /// What the header fields, the metrics and the log say of something that was asked for.
    static func account(_ made: MediaDesk.Made, _ adjustments: [Adjustment]) -> AccessEntry.ChatAccount {
        AccessEntry.ChatAccount(
            model: made.generation.reference.description, endpoint: made.generation.route.endpoint.id.rawValue,
            attempts: made.attempts, adjustments: adjustments)
    }
}

// Pictures.
extension MediaRoutes {
    private func makeImages(_ call: MediaCall) async throws -> MediaAnswer {
        var members = try MediaMembers(call)
        let isByAddress = members.value("response_format")?.string == "url"
        var wish = try MediaWish(.image, &members)
        let inputs = try await imageInputs(call, &members)
        wish.request.inputs = inputs.inputs
        let client = MediaClient(call.call.admission)
        let prepared = try desk.prepare(wish.request, named: wish.model, for: client)
        let made = try await desk.make(
            prepared, for: client, mark: try call.mark(inputs, desk), until: isByAddress ? .results : .end)
        withExtendedLifetime(inputs) {}
        var answer = try Self.images(of: made.job, isByAddress: isByAddress)
        answer.requested = wish.model
        answer.account = Self.account(made, wish.adjustments(of: made.generation.plan, members.rest()))
        answer.fields.append(("x-openclaw-job", made.job.id))
        return answer
    }

    private func imageInputs(_ call: MediaCall, _ members: inout MediaMembers) async throws -> MediaInputs {
        var inputs = MediaInputs(folder, callID: call.call.id)
        guard call.call.path.hasSuffix("/edits") else { return inputs }
        try await inputs.add(call.form, named: ["image", "image[]"], kinds: [.image])
        for entry in members.value("images")?.array ?? [] {
            let address = entry.string ?? entry.object?["image_url"]?.string
            guard let address else {
                throw MediaMembers.refusal("images", "a list of {\"image_url\": \"https://...\"}")
            }
            try await inputs.add(address: address, called: "images", kinds: [.image])
        }
        if let address = try members.text("image") {
            try await inputs.add(address: address, called: "image", kinds: [.image])
        }
        guard !inputs.inputs.isEmpty else { throw MediaMembers.refusal("image", "a picture to change") }
        try await inputs.add(call.form, named: ["mask"], kinds: [.image], role: "mask")
        return inputs
    }

    /// A finished job as OpenAI's clients read it.
    static func images(of job: Job, isByAddress: Bool) throws(InferenceError) -> MediaAnswer {
        var head = JSONComposer()
        head.beginObject()
        head.member("created", Int(job.createdAt))
        if case .size(let size) = job.plan.frame { head.member("size", size.description) }
        head.key("data")
        head.beginArray()
        guard !isByAddress else {
            for file in job.results?.files ?? [] {
                let address = try ServiceAddress(file.address, beside: job.service)
                head.object { $0.member("url", "\(address.scheme)://\(address.authority)\(address.path)") }
            }
            head.endArray()
            head.endObject()
            return MediaAnswer(contentType: "application/json", body: [.bytes(head.bytes)])
        }
        var body: [AnswerSegment] = [.bytes(head.bytes)]
        for (index, file) in job.files.enumerated() {
            body.append(.bytes(Array("\(index > 0 ? "," : "")\u{7B}\"b64_json\":\"".utf8)))
            body.append(.base64(file.path, byteCount: file.byteCount))
            body.append(.bytes(Array("\"\u{7D}".utf8)))
        }
        body.append(.bytes(Array("]\u{7D}".utf8)))
        return MediaAnswer(contentType: "application/json", body: body)
    }
}

// Videos.
extension MediaRoutes {
    /// How long a client waits for the service to take or refuse a video.
    private static let patience: Duration = .seconds(20)

    private func makeVideo(_ call: MediaCall) async throws -> MediaAnswer {
        var members = try MediaMembers(call)
        var wish = try MediaWish(.video, &members)
        let inputs = try await videoInputs(call, &members)
        wish.request.inputs = inputs.inputs
        let client = MediaClient(call.call.admission)
        let prepared = try desk.prepare(wish.request, named: wish.model, for: client)
        let made = try await desk.make(
            prepared, for: client, mark: try call.mark(inputs, desk), until: .known, patience: Self.patience)
        withExtendedLifetime(inputs) {}
        var answer = status(of: made.job)
        answer.requested = wish.model
        answer.account = Self.account(made, wish.adjustments(of: made.generation.plan, members.rest()))
        return answer
    }

    private func videoInputs(_ call: MediaCall, _ members: inout MediaMembers) async throws -> MediaInputs {
        var inputs = MediaInputs(folder, callID: call.call.id)
        let kinds: [Modality] = [.image, .video, .audio]
        try await inputs.add(call.form, named: ["input_reference", "input_reference[]"], kinds: kinds)
        if let reference = try members.object("input_reference") {
            guard let address = reference["image_url"]?.string else {
                throw MediaMembers.refusal("input_reference", "a file or {\"image_url\": \"https://...\"}")
            }
            try await inputs.add(address: address, called: "input_reference", kinds: [.image])
        }
        for entry in members.value("inputs")?.array ?? [] {
            guard let object = entry.object, let address = object["url"]?.string,
                let kind = kinds.first(where: { $0.rawValue == object["type"]?.string ?? "image" })
            else {
                throw MediaMembers.refusal(
                    "inputs", "a list of {\"type\": \"image\", \"url\": \"https://...\", \"role\": \"first_frame\"}")
            }
            try await inputs.add(
                address: address, called: "inputs", kinds: [kind],
                role: object["role"]?.string.map { InputRole(rawValue: $0) })
        }
        return inputs
    }
}
