import Digests

/// A key of ECDSA with P-256 and SHA-256, for certificates that live as long as a simulator.
struct SigningKey: Sendable {
    private let secret: Number256
    private let point: (x: Number256, y: Number256)

    private static let order = CurvePoint.order

    /// A new key.
    init() { self.init(secret: Self.random()) }

    init(secret: Number256) {
        self.secret = secret
        point = CurvePoint.generator(times: secret).affine
    }

    /// The public point, uncompressed.
    var publicPoint: [UInt8] { [4] + point.x.bigEndian + point.y.bigEndian }

    /// The public key as RFC 5480 writes it.
    var publicInformation: [UInt8] {
        DER.sequence(
            DER.sequence(DER.identifier([1, 2, 840, 10045, 2, 1]), DER.identifier(Self.curve)), DER.bits(publicPoint))
    }

    /// The private key as RFC 5915 writes it.
    var privateInformation: [UInt8] {
        DER.sequence(
            DER.integer([1]), DER.octets(secret.bigEndian), DER.explicit(0, DER.identifier(Self.curve)),
            DER.explicit(1, DER.bits(publicPoint)))
    }

    /// A signature as certificates hold it.
    func signature(of message: [UInt8]) -> [UInt8] {
        let (first, second) = signature(of: message, nonce: Self.random())
        return DER.sequence(DER.integer(first.bigEndian), DER.integer(second.bigEndian))
    }

    /// - Parameter nonce: a number that is used once and never told.
    func signature(of message: [UInt8], nonce: Number256) -> (Number256, Number256) {
        let order = Self.order
        var first = CurvePoint.generator(times: nonce).affine.x
        if !Number256.isLess(first, order.prime) { first = Number256.difference(first, order.prime) }
        let digest = order.form(Number256(bigEndian: SHA256.hash(message)))
        let share = order.product(order.form(first), order.form(secret))
        let second = order.product(order.reciprocal(order.form(nonce)), order.sum(digest, share))
        return (first, order.number(second))
    }

    private static let curve: [UInt] = [1, 2, 840, 10045, 3, 1, 7]

    private static func random() -> Number256 {
        var generator = SystemRandomNumberGenerator()
        while true {
            let number = Number256.random(in: 0...UInt64.max, using: &generator)
            if number != .zero, Number256.isLess(number, order.prime) { return number }
        }
    }
}
