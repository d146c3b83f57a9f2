import NIOHTTP1

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The parts of a `multipart/form-data` body, in order.
struct MultipartForm: Sendable {
    struct Part: Sendable {
        let name: String
        let fileName: String?
        let type: String?
        let content: ArraySlice<UInt8>

        var text: String { String(decoding: content, as: UTF8.self) }
    }

    let parts: [Part]

    init?(_ call: HTTPCall) {
        guard let type = call.headers.first(name: "content-type"), type.lowercased().hasPrefix("multipart/form-data"),
            let mark = type.firstRange(of: "boundary=")
        else { return nil }
        let boundary = type[mark.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        let delimiter = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        var position = Self.find(delimiter, in: call.body[...], from: 0)
        while let start = position {
            let open = start + delimiter.count
            guard let next = Self.find([0x0D, 0x0A] + delimiter, in: call.body[...], from: open) else { break }
            if let part = Self.part(call.body[open..<next]) { parts.append(part) }
            position = next + 2
        }
        self.parts = parts
    }

    subscript(_ name: String) -> String? { parts.first { $0.name == name && $0.fileName == nil }?.text }

    private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
        guard let end = find([0x0D, 0x0A, 0x0D, 0x0A], in: bytes, from: bytes.startIndex) else { return nil }
        var name: String?
        var fileName: String?
        var type: String?
        for line in String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self).split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            switch parts[0].lowercased() {
            case "content-disposition":
                name = value("name", in: parts[1])
                fileName = value("filename", in: parts[1])
            case "content-type": type = String(parts[1].drop { $0 == " " })
            default: break
            }
        }
        guard let name else { return nil }
        return Part(name: name, fileName: fileName, type: type, content: bytes[(end + 4)...])
    }

    private static func value(_ key: String, in line: Substring) -> String? {
        for field in line.split(separator: ";") {
            let parts = field.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].filter({ $0 != " " }) == key else { continue }
            return parts[1].filter { $0 != "\"" }
        }
        return nil
    }

    /// Looks for the first byte and compares the rest there; bodies may be large.
    private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        bytes.withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress, let first = needle.first else { return nil }
            var offset = start - bytes.startIndex
            while offset + needle.count <= buffer.count {
                guard let hit = memchr(base + offset, Int32(first), buffer.count - offset - needle.count + 1) else {
                    return nil
                }
                offset = UnsafeRawPointer(hit) - base
                if memcmp(base + offset, needle, needle.count) == 0 { return bytes.startIndex + offset }
                offset += 1
            }
            return nil
        }
    }
}
