import NIOCore

/// How much is read from a socket at a time. A connection keeps the buffer it read into, so thousands of open streams are paid for
/// here; large bodies make it grow.
enum ReceiveSizes {
    static let client = AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 1024, maximum: 64 * 1024)
    static let upstream = AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 2048, maximum: 32 * 1024)
}
