import Foundation
import Testing

@testable import OpenClawHost

@Suite("AtomicFile")
struct AtomicFileTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func createsFileAndDirectoriesForTheOwnerOnly() throws {
        try AtomicFile(directory.file("a/b/secret.json")).replace(with: Array("{}".utf8))
        #expect(try directory.mode("a/b/secret.json") == 0o600)
        #expect(try directory.mode("a") == 0o700)
        #expect(try directory.mode("a/b") == 0o700)
        #expect(try directory.text("a/b/secret.json") == "{}")
    }

    @Test func tightensAFileThatEveryoneCouldRead() throws {
        let path = try directory.write("old", to: "open.json")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        try AtomicFile(path).replace(with: Array("new".utf8))
        #expect(try directory.mode("open.json") == 0o600)
    }

    @Test(arguments: AtomicFile.Step.allCases)
    func leavesOldOrNewContentWhenStoppedAfter(step: AtomicFile.Step) throws {
        let path = try directory.write("old", to: "config.json")
        let file = AtomicFile(path) { reached throws(FileError) in
            if reached == step { throw FileError("stop", path, number: 5) }
        }
        #expect(throws: FileError.self) { try file.replace(with: Array("new".utf8)) }
        let renamed = step == .renamed || step == .directorySynced
        #expect(try directory.text("config.json") == (renamed ? "new" : "old"))
        #expect(try directory.names() == ["config.json"])
    }

    @Test func replacesTheFileBehindALink() throws {
        try directory.write("old", to: "real/config.json")
        try FileManager.default.createSymbolicLink(
            atPath: directory.file("link.json"), withDestinationPath: "real/config.json")
        try AtomicFile(directory.file("link.json")).replace(with: Array("new".utf8))
        #expect(try directory.text("real/config.json") == "new")
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: directory.file("link.json"))
        #expect(target == "real/config.json")
    }

    @Test func createsTheTargetOfADanglingLink() throws {
        try FileManager.default.createSymbolicLink(
            atPath: directory.file("link.json"), withDestinationPath: "real/config.json")
        try AtomicFile(directory.file("link.json")).replace(with: Array("new".utf8))
        #expect(try directory.text("real/config.json") == "new")
    }

    @Test func refusesADirectory() throws {
        try FileManager.default.createDirectory(
            atPath: directory.file("config.json"), withIntermediateDirectories: false)
        let error = #expect(throws: FileError.self) {
            try AtomicFile(directory.file("config.json")).replace(with: [])
        }
        #expect(error?.description.hasSuffix("config.json: not a regular file") == true)
    }

    @Test func readsNothingWhereNothingIs() throws {
        #expect(try FileContents.read(directory.file("absent")) == nil)
        #expect(try FileContents.read(directory.file("absent/deeper")) == nil)
    }

    @Test func refusesToReadMoreThanTheLimit() throws {
        let path = try directory.write("12345", to: "long")
        #expect(try FileContents.read(path, limit: 5)?.count == 5)
        #expect(throws: FileError.self) { try FileContents.read(path, limit: 4) }
    }
}
