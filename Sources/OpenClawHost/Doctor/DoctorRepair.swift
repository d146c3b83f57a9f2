package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes the repairs that findings offer.
package struct DoctorRepair: Sendable {
    /// Writes settings in place.
    package var edit: SettingsEditing

    package init(edit: SettingsEditing) { self.edit = edit }

    /// - Returns: the findings that were repaired.
    /// - Throws: `.invalidConfiguration` when the configuration cannot be written.
    package func apply(_ findings: [DoctorFinding]) throws(InferenceError) -> [String] {
        var done: [String] = []
        var changes: [SettingChange] = []
        for finding in findings {
            switch finding.fix {
            case .permissions(let path, let mode): try protect(path, mode)
            case .settings(let list): changes += list.filter { change in !changes.contains { $0.keys == change.keys } }
            case nil: continue
            }
            done.append(finding.message)
        }
        if !changes.isEmpty { try edit(changes) }
        return done
    }

    /// Takes rights away and gives none: a stricter mode stays.
    private func protect(_ path: String, _ mode: UInt32) throws(InferenceError) {
        var status = stat()
        guard stat(path, &status) == 0, chmod(path, status.st_mode & mode_t(mode)) == 0 else {
            throw FileError("protect", path).inferenceError
        }
    }
}
