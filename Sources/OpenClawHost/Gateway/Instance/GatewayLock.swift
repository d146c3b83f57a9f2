package import Inference
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Held by the one gateway of a state directory for as long as it runs, however it ends.
///
/// A record lock of the system: it tells the process id of its holder, so that a signal can never go to a process that has
/// got the id of a gateway that is gone. The process must not open the file a second time, which would drop the lock.
package final class GatewayLock: Sendable {
    package let path: String
    private let descriptor: Mutex<Int32?>

    /// Takes the lock.
    ///
    /// - Throws: `.gatewayBusy` when another gateway has it; `.gatewayConfiguration` when the file cannot be used.
    package init(_ files: GatewayFiles) throws(InferenceError) {
        path = files.lock
        let number: Int32
        do throws(FileError) {
            try PrivateDirectory.create(files.stateDirectory)
            number = try Self.open(path, O_RDWR | O_CREAT)
        } catch {
            throw InferenceError(.gatewayConfiguration, error.description, hint: error.inferenceError.hint)
        }
        var region = Self.region()
        guard fcntl(number, F_SETLK, &region) == 0 else {
            close(number)
            throw Self.busy(files)
        }
        _ = ftruncate(number, 0)
        descriptor = Mutex(number)
    }

    deinit { release() }

    /// Writes down who holds the lock.
    package func announce(_ holder: GatewayHolder) {
        guard let bytes = try? JSONEncoder().encode(holder) else { return }
        descriptor.withLock { number in
            guard let number else { return }
            _ = ftruncate(number, 0)
            bytes.withUnsafeBytes { _ = pwrite(number, $0.baseAddress, $0.count, 0) }
        }
    }

    /// Lets go of the lock. The file stays, empty.
    package func release() {
        descriptor.withLock { number in
            guard let open = number else { return }
            _ = ftruncate(open, 0)
            close(open)
            number = nil
        }
    }

    /// A lock that is held.
    package struct Holding: Hashable, Sendable {
        /// The process that holds it; `nil` when it belongs to another container.
        package var pid: Int32?
        /// What it wrote down; `nil` in its first moments.
        package var holder: GatewayHolder?
    }

    /// Who holds the lock, `nil` for nobody.
    package static func holding(_ files: GatewayFiles) -> Holding? {
        guard let number = try? open(files.lock, O_RDWR) else { return nil }
        defer { close(number) }
        var region = region()
        guard fcntl(number, F_GETLK, &region) == 0, region.l_type != Int16(F_UNLCK) else { return nil }
        let pid = region.l_pid > 0 ? region.l_pid : nil
        let holder = (try? FileContents.read(files.lock, limit: 1 << 16)).flatMap { $0 }.flatMap {
            try? JSONDecoder().decode(GatewayHolder.self, from: Data($0))
        }
        return Holding(pid: pid, holder: holder.flatMap { pid == nil || $0.pid == pid ? $0 : nil })
    }

    private static func busy(_ files: GatewayFiles) -> InferenceError {
        let holding = holding(files)
        let pid = holding?.pid.map { " (pid \($0))" } ?? ""
        let port = holding?.holder.map { " on port \($0.port)" } ?? ""
        return InferenceError(
            .gatewayBusy, "another gateway\(pid) of this state directory runs\(port)", hint: "openclaw gateway status")
    }

    private static func region() -> flock {
        var region = flock()
        region.l_type = Int16(F_WRLCK)
        region.l_whence = Int16(SEEK_SET)
        return region
    }

    private static func open(_ path: String, _ flags: Int32) throws(FileError) -> Int32 {
        let number = systemOpen(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard number >= 0 else { throw FileError("lock", path) }
        return number
    }
}

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
