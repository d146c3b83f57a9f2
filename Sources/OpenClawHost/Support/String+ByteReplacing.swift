extension String {
    /// The text with every occurrence of `target` replaced, compared byte by byte.
    func replacingBytes(of target: String, with replacement: String) -> String {
        guard !target.isEmpty, utf8.count >= target.utf8.count else { return self }
        let bytes = Array(utf8)
        let wanted = Array(target.utf8)
        guard let first = wanted.first else { return self }
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while index <= bytes.count - wanted.count {
            if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) {
                result.append(contentsOf: bytes[copied..<index])
                result.append(contentsOf: replacement.utf8)
                index += wanted.count
                copied = index
            } else {
                index += 1
            }
        }
        guard copied > 0 else { return self }
        result.append(contentsOf: bytes[copied...])
        return String(decoding: result, as: UTF8.self)
    }
}
