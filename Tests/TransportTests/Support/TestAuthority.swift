/// A certificate authority for these tests only, and a certificate it signed for `service.test`, `localhost` and
/// `127.0.0.1`. Both are valid for 100 years; the key of the authority was thrown away.
enum TestAuthority {
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIB0DCCAXegAwIBAgIUXnjx3IrvXbgO377E2L6pMuJQ7PYwCgYIKoZIzj0EAwIw
        NTEzMDEGA1UEAwwqb3BlbmNsYXcgdGVzdCBhdXRob3JpdHksIHRydXN0ZWQgYnkg
        bm9ib2R5MCAXDTI2MTEyMzA1NTAyMFoYDzIxMjYxMDMwMDU1MDIwWjA1MTMwMQYD
        VQQDDCpvcGVuY2xhdyB0ZXN0IGF1dGhvcml0eSwgdHJ1c3RlZCBieSBub2JvZHkw
        WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQLkE0uwdhG7TWvWThN8mj2ZHMQKXmV
        Mqb4NQvL6pXKNmHyUo4lN5XEmGrf80EZGF+LFJYMDsSRPIpeEWeM96AZo2MwYTAd
        BgNVHQ4EFgQURI6InV1zrv6FrgLTpJxbPYUYOK0wHwYDVR0jBBgwFoAURI6InV1z
        rv6FrgLTpJxbPYUYOK0wDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYw
        CgYIKoZIzj0EAwIDRwAwRAIgMoQIdI0qKv/5c6t/6XQwiqroWVLV7zccZWxkEIGf
        j6wCID6NVrDpp75r/488FZVJOzUbOkVEpTTmI4ccsKlhYh1r
        -----END CERTIFICATE-----
        """

    static let leafCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIB2TCCAX+gAwIBAgICEmcwCgYIKoZIzj0EAwIwNTEzMDEGA1UEAwwqb3BlbmNs
        YXcgdGVzdCBhdXRob3JpdHksIHRydXN0ZWQgYnkgbm9ib2R5MCAXDTI2MTEyMzA1
        NTAyMFoYDzIxMjYxMDMwMDU1MDIwWjAXMRUwEwYDVQQDDAxzZXJ2aWNlLnRlc3Qw
        WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQZ7p2swH6EPZWI/Ud0/7BE1ei/suoA
        BacsDdmDDDDYrwZEhhiv2VExPX8ebl3UrxnYPvSWcf3psA2izGgeanU+o4GaMIGX
        MCgGA1UdEQQhMB+CDHNlcnZpY2UudGVzdIIJbG9jYWxob3N0hwR/AAABMAkGA1Ud
        EwQCMAAwEwYDVR0lBAwwCgYIKwYBBQUHAwEwCwYDVR0PBAQDAgeAMB0GA1UdDgQW
        BBTri/eVf7IcyZxQg0QN948+631IjTAfBgNVHSMEGDAWgBREjoidXXOu/oWuAtOk
        nFs9hRg4rTAKBggqhkjOPQQDAgNIADBFAiAYZ5d6hMkUC366jM5nvgOcsfYzT03m
        uu1gBWqro0mvIgIhALLGGg93m1iuJOeGdCbWxN287zFy5y1SAe9s8QL+Vvk4
        -----END CERTIFICATE-----
        """

    static let leafKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg04hLVWOHq1ApTje4
        Q6TJMEFNb+vL9/bnb12loIawih+hRANCAAQZ7p2swH6EPZWI/Ud0/7BE1ei/suoA
        BacsDdmDDDDYrwZEhhiv2VExPX8ebl3UrxnYPvSWcf3psA2izGgeanU+
        -----END PRIVATE KEY-----
        """
}
