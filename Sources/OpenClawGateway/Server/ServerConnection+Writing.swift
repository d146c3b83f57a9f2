import NIOCore

// Answers. Head and body leave in one write; a stream's pieces are framed as chunks.
extension ServerConnection {
    /// Writes a whole answer.
    func answer(_ answer: GatewayAnswer, of id: String) {
        guard let context else { return }
        let fields = AnswerFields(
            status: answer.status, contentType: answer.contentType, callID: id, fields: answer.fields)
        write(fields, body: answer.body.count, context) { buffer in buffer.writeBytes(answer.body) }
    }

    /// Writes a whole answer whose body is made by a closure.
    func write(
        _ fields: AnswerFields, body length: Int, _ context: ChannelHandlerContext, _ body: (inout ByteBuffer) -> Void
    ) {
        noteHead(fields.status)
        writing.bytes = length
        loop.scratch.clear()
        loop.scratch.writeAnswerHead(fields, date: loop.clock.date(), isKeptAlive: isKeptAlive)
        loop.scratch.writeStaticString("content-length: ")
        loop.scratch.writeNumber(length)
        loop.scratch.writeStaticString("\r\n\r\n")
        if writing.method != .head { body(&loop.scratch) }
        context.writeAndFlush(wrapOutboundOut(loop.scratch), promise: nil)
        loop.trimScratch()
        finishAnswer()
    }

    /// Writes the next piece of a stream.
    ///
    /// - Parameters:
    ///   - fields: the head, with the first piece.
    ///   - isLast: whether the stream is complete with it.
    func write(piece bytes: UnsafeRawBufferPointer, head fields: AnswerFields? = nil, isLast: Bool = false) {
        guard let context else { return }
        writing.bytes += bytes.count
        loop.scratch.clear()
        if let fields {
            noteHead(fields.status)
            writing.isStreamed = true
            loop.scratch.writeAnswerHead(fields, date: loop.clock.date(), isKeptAlive: isKeptAlive)
            loop.scratch.writeStaticString("x-accel-buffering: no\r\n")
            if writing.isChunked { loop.scratch.writeStaticString("transfer-encoding: chunked\r\n") }
            loop.scratch.writeStaticString("\r\n")
        }
        if !writing.isChunked {
            loop.scratch.writeBytes(bytes)
        } else if !bytes.isEmpty {
            loop.scratch.writeChunkSize(bytes.count)
            loop.scratch.writeBytes(bytes)
            loop.scratch.writeStaticString("\r\n")
        }
        if isLast, writing.isChunked { loop.scratch.writeStaticString("0\r\n\r\n") }
        context.write(wrapOutboundOut(loop.scratch), promise: nil)
    }

    func flush() {
        context?.flush()
        loop.trimScratch()
    }

    func sendContinue() {
        guard let context else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(staticString: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
    }

    private func noteHead(_ status: Int) {
        writing.status = status
        writing.firstByte = GatewayClock.now
    }
}
