/// Ids of jobs: 80 random bits in letters and digits that nobody confuses.
package enum JobID {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    package static func make(_ random: () -> UInt64) -> String {
        String(
            (0..<2).flatMap { _ -> [Character] in
                var bits = random()
                return (0..<8).map { _ in
                    defer { bits >>= 5 }
                    return alphabet[Int(bits & 31)]
                }
            })
    }
}
