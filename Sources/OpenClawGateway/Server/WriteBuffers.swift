import NIOCore

/// The buffers that an event loop writes into. The socket has usually taken their bytes when they are given back, and then they serve
/// the next request: nothing is allocated for a usual one.
struct WriteBuffers {
    private var small: [ByteBuffer] = []
    private var large: [ByteBuffer] = []

    private static let smallSize = 4 * 1024
    private static let smallKept = 64
    private static let largeKept = 8
    private static let largest = 1 << 20

    /// An empty buffer with room for so many bytes.
    mutating func take(_ size: Int) -> ByteBuffer {
        if size <= Self.smallSize {
            guard var buffer = small.popLast() else { return ByteBufferAllocator().buffer(capacity: Self.smallSize) }
            buffer.clear()
            return buffer
        }
        guard var buffer = large.popLast() else { return ByteBufferAllocator().buffer(capacity: size) }
        buffer.clear(minimumCapacity: size)
        return buffer
    }

    /// The buffer was written. One that a channel still holds makes room for a new one when it is taken.
    mutating func give(_ buffer: consuming ByteBuffer) {
        if buffer.capacity <= Self.smallSize {
            if small.count < Self.smallKept { small.append(buffer) }
        } else if large.count < Self.largeKept, buffer.capacity <= Self.largest {
            large.append(buffer)
        }
    }

    /// Gives the memory back, because nobody asks for anything.
    mutating func trim() { (small, large) = ([], []) }
}
