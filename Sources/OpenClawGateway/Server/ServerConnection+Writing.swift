import NIOCore

// Answers. Head and body leave in one write; a stream's pieces are framed as chunks.
extension ServerConnection {
    /// Writes a whole answer.
    func answer(_ answer: GatewayAnswer, of id: String) {
        let fields = AnswerFields(
            status: answer.status, contentType: answer.contentType, callID: id, fields: answer.fields)
        write(fields, body: answer.body.count) { buffer in buffer.writeBytes(answer.body) }
    }

    /// Writes a whole answer whose body is made by a closure.
    func write(_ fields: AnswerFields, body length: Int, _ body: (inout ByteBuffer) -> Void) {
        guard let outlet else { return }
        noteHead(fields.status)
        writing.bytes = length
        var buffer = outlet.take(length + Self.headSize)
        buffer.writeAnswerHead(fields, common: loop.commonLines(), isKeptAlive: isKeptAlive)
        buffer.writeStaticString("content-length: ")
        buffer.writeNumber(length)
        buffer.writeStaticString("\r\n\r\n")
        if writing.method != .head { body(&buffer) }
        outlet.write(buffer)
        loop.turn.add(client: outlet)
        finishAnswer()
    }

    /// Writes the next piece of a stream.
    ///
    /// - Parameters:
    ///   - fields: the head, with the first piece.
    ///   - isLast: whether the stream is complete with it.
    func write(piece bytes: UnsafeRawBufferPointer, head fields: AnswerFields? = nil, isLast: Bool = false) {
        guard let outlet else { return }
        writing.bytes += bytes.count
        var buffer = outlet.take(bytes.count + Self.headSize)
        if let fields {
            noteHead(fields.status)
            writing.isStreamed = true
            buffer.writeAnswerHead(fields, common: loop.commonLines(), isKeptAlive: isKeptAlive)
            buffer.writeStaticString("x-accel-buffering: no\r\n")
            if writing.isChunked { buffer.writeStaticString("transfer-encoding: chunked\r\n") }
            buffer.writeStaticString("\r\n")
        }
        if !writing.isChunked {
            buffer.writeBytes(bytes)
        } else if !bytes.isEmpty {
            buffer.writeChunk(bytes)
        }
        if isLast, writing.isChunked { buffer.writeStaticString("0\r\n\r\n") }
        outlet.write(buffer)
    }

    /// What was written leaves at the end of the turn.
    func flush() {
        guard let outlet else { return }
        loop.turn.add(client: outlet)
    }

    /// Room for a head and for the framing of a chunk.
    private static let headSize = 1024

    /// Writes bytes as they are, at once.
    func send(_ bytes: ByteBuffer) {
        outlet?.write(bytes)
        outlet?.flush()
    }

    func sendContinue() { send(ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n")) }

    private func noteHead(_ status: Int) {
        writing.status = status
        writing.firstByte = loop.now
    }
}
