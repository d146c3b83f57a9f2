/// How a recorded body is cut into chunks.
public enum Chunking: Hashable, Sendable {
    /// One chunk.
    case whole
    /// Chunks of so many bytes.
    case every(Int)
    /// Cuts at these offsets.
    case at([Int])

    /// The chunks; none is empty.
    public func chunks(of bytes: [UInt8]) -> [[UInt8]] {
        let cuts: [Int] =
            switch self {
            case .whole: []
            case .every(let size): Array(stride(from: max(size, 1), to: max(bytes.count, 1), by: max(size, 1)))
            case .at(let offsets): offsets.filter { $0 > 0 && $0 < bytes.count }.sorted()
            }
        let bounds = [0] + cuts + [bytes.count]
        return zip(bounds, bounds.dropFirst()).filter { $0 < $1 }.map { Array(bytes[$0..<$1]) }
    }
}
