/// A codec for clients that speak a service's own protocol: it finds the address, signs, and reads of the answer no more than
/// the books need.
public protocol NativeService: Sendable {
    /// The exchange that carries a call. What is read is the whole answer, or the last event of a stream.
    ///
    /// - Throws: `.unsupported` when the endpoint does not speak the protocol.
    func exchange(
        for call: NativeCall, model: ModelDescriptor, context: CallContext
    ) throws(InferenceError) -> DocumentExchange<NativeAnswer>
}
