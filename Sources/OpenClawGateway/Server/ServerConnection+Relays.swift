import Inference

/// Work that asks a service for the client.
protocol RelayWork: ConnectionWork {
    func start(_ incoming: IncomingRequest)
}

extension ServerConnection {
    /// The `traceparent` for the service, when the client sent one and it may travel on.
    var upstreamTrace: String? { writing.propagatesTrace ? writing.trace?.upstream : nil }

    /// Tells the client that its request was not answered, and what was tried.
    func refuse(_ error: InferenceError, in style: RefusalStyle, of id: String) {
        writing.error = error
        var answer = GatewayAnswer(error, in: style, callID: id)
        answer.fields += writing.chat?.fields() ?? []
        self.answer(answer, of: id)
    }

    /// Who carries a request to a service; `nil` when the gateway answers it itself.
    func relay(for request: IncomingRequest) -> (any RelayWork)? {
        switch request.action {
        case .chat, .translatedChat: return ChatRelay(connection: self, loop: loop)
        case .embeddings:
            return DocumentRelay<EmbeddingResponse>(request, connection: self, loop: loop) {
                incoming throws(InferenceError) in try DocumentErrand(embedding: incoming)
            }
        case .rerank:
            return DocumentRelay<RerankResponse>(request, connection: self, loop: loop) {
                incoming throws(InferenceError) in try DocumentErrand(ranking: incoming)
            }
        case .native(let conversations?) where NativeRequest.isConversation(request):
            request.action = .translatedChat(conversations)
            return ChatRelay(connection: self, loop: loop)
        case .responses(let dialect):
            let native = NativeRequest(responses: request)
            request.action = .translatedChat(dialect)
            guard let native else { return ChatRelay(connection: self, loop: loop) }
            return NativeRelay(request, connection: self, loop: loop, request: native)
        case .messages(let dialect, let prefersService):
            let native = prefersService ? NativeRequest(messages: request, isOptional: true) : nil
            guard let native else { return ChatRelay(connection: self, loop: loop) }
            request.action = .translatedChat(dialect)
            return NativeRelay(request, connection: self, loop: loop, request: native)
        case .socket: return SocketRelay(request, connection: self, loop: loop)
        case .native: return NativeRelay(request, connection: self, loop: loop)
        case .media(let service): return MediaErrand(service, connection: self, loop: loop)
        case .answer, .work: return nil
        }
    }
}
