import Foundation
import Testing

@testable import OpenClawHost

@Suite("FileLock")
struct FileLockTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func serialisesReadersThatWriteBack() async throws {
        let path = try directory.write("0", to: "counter")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try FileLock(protecting: path).withLock {
                        let bytes = try FileContents.read(path) ?? []
                        let count = Int(String(decoding: bytes, as: UTF8.self)) ?? -1
                        try AtomicFile(path).replace(with: Array(String(count + 1).utf8))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try directory.text("counter") == "20")
    }

    @Test func saysWhoIsBusyAfterTheTimeout() throws {
        let path = directory.file("held")
        try FileLock(protecting: path).withLock {
            let error = #expect(throws: FileError.self) {
                try FileLock(protecting: path, timeout: .milliseconds(1)).withLock {}
            }
            #expect(error?.isBusy == true)
        }
        try FileLock(protecting: path, timeout: .zero).withLock {}
    }

    @Test func lockFileIsHiddenAndPrivate() throws {
        try FileLock(protecting: directory.file("a.json")).withLock {}
        #expect(try directory.names() == [".a.json.lock"])
        #expect(try directory.mode(".a.json.lock") == 0o600)
    }
}
