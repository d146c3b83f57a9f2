import Digests

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Certificates as RFC 5280 lays them out, ECDSA with P-256 and SHA-256 only.
enum X509 {
    private static let ecdsaWithSHA256 = DER.sequence(DER.identifier([1, 2, 840, 10045, 4, 3, 2]))

    static func name(_ common: String) -> [UInt8] {
        DER.sequence(
            DER.set(DER.sequence(DER.identifier([2, 5, 4, 10]), DER.text("openclaw simulator"))),
            DER.set(DER.sequence(DER.identifier([2, 5, 4, 3]), DER.text(common))))
    }

    static func certificate(
        serial: [UInt8], issuer: [UInt8], subject: [UInt8], validity: (Date, Date), key: SigningKey,
        extensions: [UInt8],
        signedBy signer: SigningKey
    ) -> [UInt8] {
        let version = DER.explicit(0, DER.integer([2]))
        let body = DER.sequence(
            version, DER.integer(serial), ecdsaWithSHA256, issuer,
            DER.sequence(DER.time(validity.0), DER.time(validity.1)), subject, key.publicInformation,
            DER.explicit(3, extensions))
        return DER.sequence(body, ecdsaWithSHA256, DER.bits(signer.signature(of: body)))
    }

    static func authorityExtensions(key: SigningKey) -> [UInt8] {
        let signsCertificatesAndLists = DER.bits([0b0000_0110], unused: 1)
        return DER.sequence(
            part([2, 5, 29, 19], critical: true, DER.sequence(DER.boolean(true))),
            part([2, 5, 29, 15], critical: true, signsCertificatesAndLists),
            part([2, 5, 29, 14], critical: false, DER.octets(identifier(of: key))))
    }

    static func leafExtensions(
        host: String, key: SigningKey, authority: SigningKey
    ) -> [UInt8] {
        let signsData = DER.bits([0b1000_0000], unused: 7)
        let dnsName = DER.tagged(0x82, Array(host.utf8))
        let serverAuthentication = DER.identifier([1, 3, 6, 1, 5, 5, 7, 3, 1])
        return DER.sequence(
            part([2, 5, 29, 19], critical: true, DER.sequence()),
            part([2, 5, 29, 15], critical: true, signsData),
            part([2, 5, 29, 37], critical: false, DER.sequence(serverAuthentication)),
            part([2, 5, 29, 17], critical: false, DER.sequence(dnsName)),
            part([2, 5, 29, 14], critical: false, DER.octets(identifier(of: key))),
            part([2, 5, 29, 35], critical: false, DER.sequence(DER.tagged(0x80, identifier(of: authority)))))
    }

    static func pem(_ certificate: [UInt8]) -> String {
        let base64 = Data(certificate).base64EncodedString()
        var lines: [Substring] = []
        var rest = base64[...]
        while !rest.isEmpty {
            lines.append(rest.prefix(64))
            rest = rest.dropFirst(64)
        }
        return "-----BEGIN CERTIFICATE-----\n" + lines.joined(separator: "\n") + "\n-----END CERTIFICATE-----\n"
    }

    private static func part(_ arcs: [UInt], critical: Bool, _ value: [UInt8]) -> [UInt8] {
        let flag = critical ? DER.boolean(true) : []
        return DER.sequence(DER.identifier(arcs), flag, DER.octets(value))
    }

    /// The first of the methods of RFC 7093.
    private static func identifier(of key: SigningKey) -> [UInt8] {
        Array(SHA256.hash(key.publicPoint).prefix(20))
    }
}
