package import Inference
import OpenClawHost

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension StateDatabase: StoreInspecting {
    package func inspect() throws(InferenceError) -> [String]? {
        guard access(path, F_OK) == 0 else { return nil }
        let connection = try Connection(path, readOnly: true)
        var faults: [String] = []
        try Statement("PRAGMA quick_check(5)", in: connection).run { row in
            if let line = row.text(0), line != "ok" { faults.append(line) }
        }
        return faults
    }
}
