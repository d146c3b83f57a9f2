#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Who this process is.
enum ProcessIdentity {
    static var pid: Int32 { getpid() }
}
