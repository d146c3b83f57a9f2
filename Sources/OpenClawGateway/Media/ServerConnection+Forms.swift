import Inference
import NIOCore

extension ServerConnection {
    /// Hands the next bytes of a form on. A sender that is faster than the disk has to wait.
    ///
    /// - Returns: whether the form may go on.
    func take(
        _ count: Int, of bytes: inout ByteBuffer, into form: FormReception, _ request: IncomingRequest
    ) -> Bool {
        let limit = min(request.snapshot.limits.upload, request.route.bodyLimit)
        guard writing.bytesIn <= limit else {
            refuse(.bodyTooLarge(limit), request.route.refusals)
            return false
        }
        guard form.reserve(count, within: request.snapshot.limits.uploads) else {
            refuse(.uploadsFull, request.route.refusals)
            return false
        }
        var failure: InferenceError?
        bytes.readWithUnsafeReadableBytes { memory in
            do throws(InferenceError) {
                try form.take(UnsafeRawBufferPointer(rebasing: memory[..<count]))
            } catch {
                failure = error
            }
            return count
        }
        if let failure {
            refuse(failure, request.route.refusals)
            return false
        }
        if let file = form.lagging { wait(for: file) }
        return true
    }

    private func wait(for file: SpooledFile) {
        setReading(false)
        let eventLoop = loop.eventLoop
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        file.whenWritten { eventLoop.execute { bound.value.setReading(true) } }
    }
}
