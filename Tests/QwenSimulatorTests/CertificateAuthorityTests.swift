import Foundation
import NIOSSL
import Testing

@testable import QwenSimulator

@Suite struct CertificateAuthorityTests {
    @Test func signsLeavesForHosts() throws {
        let authority = CertificateAuthority(now: Date())
        let leaf = try NIOSSLCertificate(bytes: authority.leaf(for: "dashscope.aliyuncs.com"), format: .der)
        #expect(leaf._subjectAlternativeNames().count == 1)
        #expect(leaf.notValidAfter > Int(Date().timeIntervalSince1970) + 300 * 86_400)
        #expect(authority.context(for: "dashscope.aliyuncs.com") === authority.context(for: "dashscope.aliyuncs.com"))
    }

    @Test func isNewEveryTime() throws {
        #expect(CertificateAuthority(now: Date()).pem != CertificateAuthority(now: Date()).pem)
    }

    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00.000Z"), (951_782_400.5, "2000-02-29T00:00:00.500Z"),
        (1_795_413_809.25, "2026-11-23T06:03:29.250Z"), (-1.0, "1969-12-31T23:59:59.000Z"),
    ])
    func writesTimes(seconds: Double, text: String) {
        #expect(CivilTime(Date(timeIntervalSince1970: seconds)).description == text)
    }
}
