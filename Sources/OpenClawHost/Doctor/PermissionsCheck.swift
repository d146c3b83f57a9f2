#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Whether others than the owner can read what is secret.
struct PermissionsCheck: DoctorCheck {
    let id = "permissions"

    func run(_ context: DoctorContext) async -> [DoctorFinding] {
        let places = context.locations
        let store = context.credentials
        let directories = [places.stateDirectory, store.directory]
        let files =
            [
                places.configurationFile, places.lastGoodFile, places.dotenvFile, store.path, store.statePath,
                places.gatewayEnvironmentFile, context.store?.path,
            ].compactMap(\.self)
        let findings =
            directories.compactMap { judge($0, mode: 0o700, context) }
            + files.compactMap { judge($0, mode: 0o600, context) }
        return findings.isEmpty ? [finding(.ok, "only you can read keys and configuration")] : findings
    }

    private func judge(_ path: String, mode: UInt32, _ context: DoctorContext) -> DoctorFinding? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let shown = context.locations.shortened(path)
        guard status.st_uid == geteuid() else {
            return finding(
                .error, "\(shown) belongs to another user", fixCommand: "sudo chown \"$(id -un)\" \(Shell.quoted(path))"
            )
        }
        let found = UInt32(status.st_mode) & 0o777
        guard found & 0o077 != 0 else { return nil }
        return finding(
            .error, "\(shown) can be opened by other users (mode \(String(found, radix: 8)))",
            fixCommand: "chmod \(String(mode, radix: 8)) \(Shell.quoted(path))",
            fix: .permissions(path: path, mode: mode))
    }
}
