/// A repair that loses nothing and changes no meaning, so that `--fix` may make it unasked.
package enum DoctorFix: Hashable, Sendable {
    /// Takes the rights of others from a file or directory.
    case permissions(path: String, mode: UInt32)
    /// Writes a setting another way, in place.
    case settings([SettingChange])
}
