import CMemory

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the process holds of the machine's memory.
enum ResidentMemory {
    /// For a process that answers requests from now on.
    static func prepare() { openclaw_keep_memory() }

    /// Gives back what is free. Takes a millisecond or a few: for quiet moments only.
    static func release() { openclaw_release_memory() }

    /// Lets go of the code that has run so far, most of which only the start has needed. What is called again comes back from
    /// the file, page by page.
    static func releaseCode() {
        #if os(Linux)
            for range in codeRanges(in: maps()) {
                madvise(UnsafeMutableRawPointer(bitPattern: range.lowerBound), Int(range.count), Int32(MADV_DONTNEED))
            }
        #endif
    }

    /// Places that hold code of files, in the format of `/proc/<pid>/maps`. Nobody can have written to them.
    static func codeRanges(in maps: [UInt8]) -> [Range<UInt>] {
        maps.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let words = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
            guard words.count == 6, words[1].elementsEqual("r-xp".utf8), !words[4].elementsEqual("0".utf8) else {
                return nil
            }
            let ends = words[0].split(separator: UInt8(ascii: "-")).compactMap {
                UInt(String(decoding: $0, as: UTF8.self), radix: 16)
            }
            return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
        }
    }

    #if os(Linux)
        private static func maps() -> [UInt8] {
            let file = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return [] }
            defer { close(file) }
            var bytes: [UInt8] = []
            while bytes.count < 1 << 20 {
                let piece = [UInt8](unsafeUninitializedCapacity: 1 << 14) { memory, count in
                    count = max(0, read(file, memory.baseAddress, memory.count))
                }
                guard !piece.isEmpty else { break }
                bytes += piece
            }
            return bytes
        }
    #endif
}
