/// A chat completion request, held as the one JSON document that it is on the wire.
public struct ChatRequest: Sendable {
}
