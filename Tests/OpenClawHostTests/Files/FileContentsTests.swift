import Foundation
import Testing

@testable import OpenClawHost

@Suite struct FileContentsTests {
    @Test func readsAPipeOnlyWhenAskedTo() throws {
        let pipe = Pipe()
        pipe.fileHandleForWriting.write(Data("a key".utf8))
        try pipe.fileHandleForWriting.close()
        let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
        #expect(throws: FileError.self) { try FileContents.read(path) }
        #expect(try FileContents.read(path, takesPipes: true) == Array("a key".utf8))
    }

    @Test func boundsAPipe() throws {
        let pipe = Pipe()
        pipe.fileHandleForWriting.write(Data(repeating: 0x61, count: 100))
        try pipe.fileHandleForWriting.close()
        let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
        #expect(throws: FileError.self) { try FileContents.read(path, limit: 99, takesPipes: true) }
    }

    @Test func refusesDirectoriesAndDevices() {
        for path in ["/tmp", "/dev/null"] {
            #expect(throws: FileError.self) { try FileContents.read(path, takesPipes: true) }
        }
    }
}
